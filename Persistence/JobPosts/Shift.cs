namespace Jobs.Persistence;

/// <summary>One working day's hours: minutes after midnight, 24:00 as 1440; an end at or before the start is on the next day.</summary>
public readonly record struct Shift(int StartMinute, int EndMinute, int BreakMinutes = 0)
{
    private const int DayMinutes = 24 * 60;

    /// <summary>True if the shift ends on the next day; an end at 24:00 is still the same one.</summary>
    public bool IsOvernight => EndMinute <= StartMinute;

    /// <summary>From start to end, the break included.</summary>
    public int SpanMinutes => IsOvernight ? EndMinute + DayMinutes - StartMinute : EndMinute - StartMinute;

    /// <summary>Paid hours: the break is not paid.</summary>
    public double Hours => Math.Max(0, SpanMinutes - BreakMinutes) / 60.0;
}
