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

    // Each post of a page has two sets, and there are not many.
    private static readonly DayOfWeek[][] DaysOf = EverySet(MondayFirst, static day => (int)FlagOf(day));
    private static readonly TimeBand[][] BandsOf = EverySet(Bands, static band => (int)FlagOf(band));

    public static IReadOnlyList<DayOfWeek> List(WorkDays days) => DaysOf[(int)(days & WorkDays.All)];

    public static IReadOnlyList<TimeBand> List(TimeBands bands) => BandsOf[(int)(bands & TimeBands.All)];

    public static WorkDays SetOf(IEnumerable<DayOfWeek> days) => days.Aggregate(WorkDays.None, (set, day) => set | FlagOf(day));

    public static TimeBands SetOf(IEnumerable<TimeBand> bands) =>
        bands.Aggregate(TimeBands.None, (set, band) => set | FlagOf(band));

    private static T[][] EverySet<T>(T[] members, Func<T, int> flagOf) =>
        [.. Enumerable.Range(0, 1 << members.Length).Select(set => members.Where(member => (set & flagOf(member)) != 0).ToArray())];

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
