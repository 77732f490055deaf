namespace Jobs.Persistence;

/// <summary>The minimum wages announced so far, one a year.</summary>
public static class KnownMinimumWages
{
    /// <summary>Paid hours of a month of 40-hour weeks: the paid weekly holiday included.</summary>
    public const int MonthlyHours = 209;

    public static IReadOnlyList<MinimumWage> All { get; } =
    [
        Of(2018, 7_530), Of(2019, 8_350), Of(2020, 8_590), Of(2021, 8_720), Of(2022, 9_160),
        Of(2023, 9_620), Of(2024, 9_860), Of(2025, 10_030), Of(2026, 10_320),
    ];

    /// <summary>Null for a year not yet announced, or before the first one known.</summary>
    public static MinimumWage? On(DateOnly day)
    {
        for (var i = All.Count - 1; i >= 0; i--) // Nearly always asked for today.
            if (All[i].EffectiveFrom <= day && day <= All[i].EffectiveTo) return All[i];
        return null;
    }

    private static MinimumWage Of(int year, int hourly) => new()
    {
        EffectiveFrom = new DateOnly(year, 1, 1),
        EffectiveTo = new DateOnly(year, 12, 31),
        Hourly = hourly,
        Monthly = hourly * MonthlyHours,
    };
}
