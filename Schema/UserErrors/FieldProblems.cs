namespace Jobs.Schema;

/// <summary>Collects what is wrong with an input, so that all problems are told at once.</summary>
public sealed class FieldProblems(RequestLanguage language)
{
    private readonly List<FieldProblem> _problems = [];

    public bool Any => _problems.Count > 0;

    /// <summary>Characters that no text of ours holds; PostgreSQL would refuse the worst of them, U+0000.</summary>
    public static bool IsUnprintable(char character) => char.IsControl(character) && character is not ('\n' or '\r' or '\t');

    public ValidationError ToError() => new(_problems, language);

    public void Add(string korean, string english, params string[] path) =>
        _problems.Add(new FieldProblem(path, language.Say(korean, english)));

    /// <summary>True if something is wrong with the member itself or inside it.</summary>
    public bool Concern(params string[] path) => _problems.Any(problem => problem.Path.Take(path.Length).SequenceEqual(path));

    /// <summary>Trims a text and reports one that is empty, too long or full of control characters.</summary>
    public string Text(string text, int lengthMax, params string[] path)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
            Add("내용을 입력해 주세요.", "Write something.", path);
        else if (trimmed.Length > lengthMax)
            Add($"{lengthMax}자까지 쓸 수 있어요.", $"At most {lengthMax} characters.", path);
        else if (trimmed.Any(IsUnprintable))
            Add("쓸 수 없는 문자가 있어요.", "It contains characters that cannot be used.", path);
        return trimmed;
    }

    /// <summary>A client's key as it is stored; null if it gave none, or none that can be one.</summary>
    public string? IdempotencyKey(string? key)
    {
        if (key is null) return null;
        var problemsBefore = _problems.Count;
        var trimmed = Text(key, IdempotentResults.KeyLengthMax, "idempotencyKey");
        return _problems.Count == problemsBefore ? trimmed : null;
    }

    public int Range(int value, int min, int max, params string[] path)
    {
        if (value < min || value > max)
            Add($"{Figure.Of(min)}에서 {Figure.Of(max)} 사이여야 해요.", $"Must be {Figure.Of(min)} to {Figure.Of(max)}.", path);
        return value;
    }
}
