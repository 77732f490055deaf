using System.Text.RegularExpressions;

namespace Jobs.Persistence.Import;

/// <summary>Takes phone numbers out of text that is going to be shown: an old ad must not make somebody's phone ring.</summary>
internal static partial class PhoneNumbers
{
    public const string Mask = "(전화번호 가림)";

    public static string Masked(string text) => HasDigitRun(text) ? Number().Replace(text, Mask) : text;

    // Mobile and internet numbers, area codes with separators (02-123-4567), and the 1588-1234 kind.
    [GeneratedRegex(
        @"(?<![\d,.])(?:(?:\+82[-. ]?|0)(?:1[016-9]|50\d|70)[-. )]{0,2}\d{3,4}[-. ]{0,2}\d{4}"
        + @"|(?:\(0(?:2|[3-6]\d)\)[-. ]?|0(?:2|[3-6]\d)[-. ]{1,2})\d{3,4}[-. ]\d{4}"
        + @"|1[5-8]\d\d-\d{4})(?!\d)")]
    private static partial Regex Number();

    private static bool HasDigitRun(string text)
    {
        var digits = 0;
        foreach (var character in text)
            if (char.IsAsciiDigit(character)) digits++;
        return digits >= 8;
    }
}
