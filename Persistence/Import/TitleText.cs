namespace Jobs.Persistence.Import;

/// <summary>The title of a scraped list entry without the page's own words and without the shop's name said twice.</summary>
internal static class TitleText
{
    private const string InterfaceWords = "스크랩요약보기새창보기";
    private const int CharsMax = 100;
    private const int DoubledCharsMin = 3;

    /// <returns>Empty if there is no title.</returns>
    public static string Of(string raw)
    {
        var title = PlainText.Of(raw);
        // After the buttons come only more of the page's own words: 전자근로계약서, 리뷰점수 …
        if (title.IndexOf(InterfaceWords, StringComparison.Ordinal) is >= 0 and var words)
            title = Undoubled(title[..words].TrimEnd());
        return PlainText.Cut(PhoneNumbers.Masked(title), CharsMax);
    }

    /// <summary>"GS25 역삼점GS25역삼점 주말 스태프" → "GS25역삼점 주말 스태프": such a page runs the shop's name and the title together.</summary>
    private static string Undoubled(string title)
    {
        for (var middle = title.Length / 2 + 2; middle >= DoubledCharsMin; middle--)
            if (middle < title.Length && title[middle - 1] is not ('[' or '(')
                && Repeats(title.AsSpan(0, middle), title.AsSpan(middle)))
                return title[middle..].TrimStart();
        return title;
    }

    /// <summary>True if the rest starts with the head again, whatever the spaces and brackets.</summary>
    private static bool Repeats(ReadOnlySpan<char> head, ReadOnlySpan<char> rest)
    {
        int matched = 0, at = 0;
        foreach (var character in head)
        {
            if (IsFiller(character)) continue;
            while (at < rest.Length && IsFiller(rest[at])) at++;
            if (at == rest.Length || rest[at++] != character) return false;
            matched++;
        }
        return matched >= DoubledCharsMin;
    }

    private static bool IsFiller(char character) => character is ' ' or '[' or ']' or '(' or ')';
}
