namespace Jobs.Persistence;

/// <summary>One working day's hours in minutes of the day, 24:00 as 1440; an end not after the start is the next day's.</summary>
public readonly record struct Shift(int StartMinute, int EndMinute, int BreakMinutes = 0)
{
    private const int DayMinutes = 24 * 60;
    private const int BandMinutes = 60;

    private static readonly (TimeBands Band, int Start, int End)[] BandTimes =
    [
        (TimeBands.Morning, 6 * 60, 12 * 60),
        (TimeBands.Afternoon, 12 * 60, 18 * 60),
        (TimeBands.Evening, 18 * 60, 22 * 60),
        (TimeBands.Night, 22 * 60, 30 * 60),
    ];

    /// <summary>True if the shift ends on the next day; an end at 24:00 is still the same one.</summary>
    public bool IsOvernight => EndMinute <= StartMinute;

    /// <summary>From start to end, the break included.</summary>
    public int SpanMinutes => IsOvernight ? EndMinute + DayMinutes - StartMinute : EndMinute - StartMinute;

    /// <summary>Paid hours: the break is not paid.</summary>
    public double Hours => Math.Max(0, SpanMinutes - BreakMinutes) / 60.0;

    /// <summary>Every part of the day that the shift overlaps by at least an hour.</summary>
    public TimeBands Bands
    {
        get
        {
            var bands = TimeBands.None;
            foreach (var (band, start, end) in BandTimes)
                if (Overlap(start, end) >= BandMinutes) bands |= band;
            return bands;
        }
    }

    /// <summary>True for a single minute between 22:00 and 06:00, the hours that law closes to minors.</summary>
    public bool TouchesNight => Overlap(22 * 60, 30 * 60) > 0;

    /// <summary>Minutes shared with a time of day, on the day of the start and the ones beside it.</summary>
    private int Overlap(int start, int end)
    {
        var minutes = 0;
        for (var day = -DayMinutes; day <= DayMinutes; day += DayMinutes)
            minutes += Math.Max(0, Math.Min(StartMinute + SpanMinutes, end + day) - Math.Max(StartMinute, start + day));
        return minutes;
    }
}
