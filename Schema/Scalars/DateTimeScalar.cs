using System.Globalization;
using System.Text.RegularExpressions;

namespace Jobs.Schema;

/// <summary>An instant: RFC 3339 with an offset in, UTC out.</summary>
/// <remarks>https://scalars.graphql.org/andimarek/date-time.html</remarks>
public sealed partial class DateTimeScalar()
    : TextScalar<DateTimeOffset>("DateTime", "an instant with an offset, such as 2026-01-31T09:00:00Z")
{
    private const int RoundTripLength = 28;
    private const int MillisecondsEnd = 23;

    protected override bool TryRead(string text, out DateTimeOffset value)
    {
        value = default;
        return Rfc3339().IsMatch(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out value);
    }

    // "O" has a fast path of its own, other formats are interpreted; its four last digits are less than a millisecond.
    protected override string Write(DateTimeOffset value)
    {
        Span<char> text = stackalloc char[RoundTripLength];
        value.UtcDateTime.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        text[MillisecondsEnd] = 'Z';
        return new string(text[..(MillisecondsEnd + 1)]);
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Rfc3339();
}
