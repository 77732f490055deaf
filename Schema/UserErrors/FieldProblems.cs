namespace Jobs.Schema;

/// <summary>Collects what is wrong with an input, so that all problems are told at once.</summary>
public sealed class FieldProblems(RequestLanguage language)
{
    private readonly List<FieldProblem> _problems = [];

    public bool Any => _problems.Count > 0;

    public ValidationError ToError() => new(_problems, language);

    public void Add(string korean, string english, params string[] path) => _problems.Add(new FieldProblem(path, language.Say(korean, english)));

    /// <summary>Trims a text and reports one that is empty, too long or full of control characters.</summary>
    public string Text(string text, int lengthMax, params string[] path)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
            Add("내용을 입력해 주세요.", "Write something.", path);
        else if (trimmed.Length > lengthMax)
            Add($"{lengthMax}자까지 쓸 수 있어요.", $"At most {lengthMax} characters.", path);
        else if (trimmed.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t')))
            Add("쓸 수 없는 문자가 있어요.", "It contains characters that cannot be used.", path);
        return trimmed;
    }

    public int Range(int value, int min, int max, params string[] path)
    {
        if (value < min || value > max)
            Add($"{min:N0}에서 {max:N0} 사이여야 해요.", $"Must be {min:N0} to {max:N0}.", path);
        return value;
    }
}
