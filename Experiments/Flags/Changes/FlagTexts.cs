namespace Jobs.Experiments;

/// <summary>What people write beside a definition.</summary>
internal static class FlagTexts
{
    private const int DescriptionCharactersMax = 500;
    private const int NoteCharactersMax = 1000;

    public static IReadOnlyList<ContentProblem> Check(string description, FlagChangeNote note)
    {
        var problems = new ContentProblems();
        if (string.IsNullOrWhiteSpace(description))
            problems.Add("description", "무엇을 위한 플래그인지 써 주세요.", "Write what the flag is for.");
        Check("description", description, DescriptionCharactersMax, problems);
        Check("note", note.Note ?? "", NoteCharactersMax, problems);
        return problems.All;
    }

    private static void Check(string path, string text, int charactersMax, ContentProblems problems)
    {
        if (text.Length > charactersMax)
            problems.Add(path, $"{charactersMax}자까지 쓸 수 있어요.", $"At most {charactersMax} characters.");
        if (text.Contains('\0')) problems.Add(path, "쓸 수 없는 문자가 있어요.", "It contains characters that cannot be used.");
    }
}
