namespace Jobs.Schema;

/// <summary>Sets of days and of parts of the day, as clients list them.</summary>
public static class DaySets
{
    private static readonly DayOfWeek[] MondayFirst =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday,
        DayOfWeek.Saturday, DayOfWeek.Sunday,
    ];

    private static readonly TimeBand[] Bands = Enum.GetValues<TimeBand>();

    public static IReadOnlyList<DayOfWeek> List(WorkDays days) => [.. MondayFirst.Where(day => days.HasFlag(FlagOf(day)))];

    public static IReadOnlyList<TimeBand> List(TimeBands bands) => [.. Bands.Where(band => bands.HasFlag(FlagOf(band)))];

    public static WorkDays SetOf(IEnumerable<DayOfWeek> days) => days.Aggregate(WorkDays.None, (set, day) => set | FlagOf(day));

    public static TimeBands SetOf(IEnumerable<TimeBand> bands) =>
        bands.Aggregate(TimeBands.None, (set, band) => set | FlagOf(band));

    private static WorkDays FlagOf(DayOfWeek day) => (WorkDays)(1 << (((int)day + 6) % 7));

    private static TimeBands FlagOf(TimeBand band) => (TimeBands)(1 << (int)band);
}

/// <summary>Parts of the day; a shift belongs to every band that it overlaps by at least one hour.</summary>
public enum TimeBand
{
    Morning,
    Afternoon,
    Evening,
    Night,
}
