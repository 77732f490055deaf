namespace Jobs.Persistence;

/// <summary>What the keyword search looks through, and the words that it looks for, both in one spelling.</summary>
public static class SearchText
{
    private const int WordsMax = 10;

    public static string Of(string title, string description, string employerName) =>
        string.Join('\n', Plain(title), Plain(description), Plain(employerName));

    /// <summary>The words of a keyword; every one of them must be found.</summary>
    public static IReadOnlyList<string> Words(string? keyword) =>
        keyword is null ? [] : [.. Plain(keyword).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(WordsMax)];

    // Composed (a Mac sends 카페 as six letters), lower-case, and any run of white space (no-break spaces too) as one space.
    private static string Plain(string text) =>
        string.Join(' ', text.Normalize().ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
