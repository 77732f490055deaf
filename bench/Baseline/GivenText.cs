namespace Jobs.Baseline;

/// <summary>What a text of a client may be.</summary>
internal static class GivenText
{
    public const int MessageLengthMax = 1_000;
    public const int AnswerLengthMax = 500;

    public static bool IsRight(string text, int lengthMax)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length == 0 || trimmed.Length > lengthMax) return false;
        foreach (var character in trimmed)
            if (char.IsControl(character) && character is not ('\n' or '\r' or '\t')) return false;
        return true;
    }
}
