using System.Globalization;

namespace Jobs.Schema;

/// <summary>A wall-clock time as minutes after midnight; 24:00 is 1440.</summary>
public readonly record struct LocalTime(int Minutes)
{
    public const int DayMinutes = 24 * 60;

    public static LocalTime? Of(int? minutes) => minutes is { } known ? new LocalTime(known) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Minutes / 60:00}:{Minutes % 60:00}");
}

/// <summary>HH:mm, 00:00 to 24:00.</summary>
public sealed class LocalTimeScalar() : TextScalar<LocalTime>("LocalTime", "a time from 00:00 to 24:00, such as 09:30")
{
    protected override bool TryRead(string text, out LocalTime value)
    {
        value = default;
        if (text.Length != 5 || text[2] != ':') return false;
        if (!int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hours)) return false;
        if (!int.TryParse(text.AsSpan(3, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            || minutes > 59) return false;
        value = new LocalTime(hours * 60 + minutes);
        return value.Minutes <= LocalTime.DayMinutes;
    }

    protected override string Write(LocalTime value) => value.ToString();
}
