using System.Net;
using System.Text;

namespace Jobs.Persistence.Import;

/// <summary>Text of a scraped cell as a person would have typed it: one kind of space, no entities, nothing invisible.</summary>
internal static class PlainText
{
    public static string Of(string text)
    {
        if (text.Contains('&', StringComparison.Ordinal)) text = WebUtility.HtmlDecode(text);
        if (IsPlain(text)) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
            }
            else if (!IsInvisible(character)) plain.Append(character);
        }
        return plain.ToString().TrimEnd();
    }

    /// <summary>At most so many characters, never half of one.</summary>
    public static string Cut(string text, int charsMax)
    {
        if (text.Length <= charsMax) return text;
        var end = char.IsHighSurrogate(text[charsMax - 2]) ? charsMax - 2 : charsMax - 1;
        return string.Concat(text.AsSpan(0, end).TrimEnd(), "…");
    }

    private static bool IsPlain(string text)
    {
        if (text.Length > 0 && (text[0] == ' ' || text[^1] == ' ')) return false;
        var previous = '\0';
        foreach (var character in text)
        {
            if (character == ' ' ? previous == ' ' : char.IsWhiteSpace(character) || IsInvisible(character)) return false;
            previous = character;
        }
        return true;
    }

    // U+FFFD is what some other program left where it lost a character.
    private static bool IsInvisible(char character) =>
        char.IsControl(character)
        || character is '\uFFFD' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or SourceEncoding.Undecodable;
}
