namespace Jobs.Api.Sentry;

/// <summary>Text within Sentry's limits: cut here, so that it is known where.</summary>
/// <remarks>https://develop.sentry.dev/sdk/data-model/event-payloads/</remarks>
internal static class TrimmedText
{
    public const int TagCharactersMax = 200;
    public const int NameCharactersMax = 200;
    public const int MessageCharactersMax = 8192;

    public static string Of(string text, int charactersMax)
    {
        if (text.Length <= charactersMax) return text;
        var end = charactersMax - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--; // Half a character is none.
        return string.Concat(text.AsSpan(0, end), "…");
    }

    /// <summary>Tags are one line.</summary>
    public static string OfTag(string text) => Of(text, TagCharactersMax).ReplaceLineEndings(" ");
}
