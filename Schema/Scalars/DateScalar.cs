using System.Globalization;

namespace Jobs.Schema;

/// <summary>A calendar date.</summary>
public sealed class DateScalar() : TextScalar<DateOnly>("Date", "a date, such as 2026-01-31")
{
    protected override bool TryRead(string text, out DateOnly value) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    protected override string Write(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
