namespace Jobs.Persistence;

/// <summary>What a wage comes to in won per hour, rounded down, to compare posts with each other and the law.</summary>
public static class HourlyEquivalent
{
    private const int MonthsPerYear = 12;

    /// <summary>Null for piecework, and when the hours that the amount pays for are not known.</summary>
    public static int? Of(WageType type, int amount, WorkDays days, Shift? shift)
    {
        if (amount <= 0) return null;
        var hours = type switch
        {
            WageType.Hourly => 1,
            WageType.Daily => shift?.Hours,
            WageType.Weekly => WorkHours.PerWeek(days, shift),
            WageType.Monthly => PaidPerMonth(days, shift),
            WageType.Yearly => PaidPerMonth(days, shift) * MonthsPerYear,
            _ => null,
        };
        return hours > 0 ? (int)Math.Min(int.MaxValue, amount / hours.Value) : null;
    }

    /// <summary>Null when the hourly equivalent or the minimum of the day is not known.</summary>
    public static bool? MeetsMinimumWage(int? hourlyEquivalent, MinimumWage? minimum) =>
        hourlyEquivalent is { } hourly && minimum is not null ? hourly >= minimum.Hourly : null;

    private static double? PaidPerMonth(WorkDays days, Shift? shift) =>
        WorkHours.PerWeek(days, shift) is { } perWeek ? WorkHours.PaidPerMonth(perWeek) : null;
}
