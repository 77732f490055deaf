namespace Jobs.Persistence;

/// <summary>The youngest age that law and the kind of work allow.</summary>
public static class MinimumAge
{
    private const int Work = 15;
    private const int NightWork = 18;

    public static int Of(JobCategory category, Shift? shift) =>
        Math.Max(category.MinimumAge, shift is { TouchesNight: true } ? NightWork : Work);
}
