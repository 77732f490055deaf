namespace Jobs.Schema;

/// <summary>What the work pays.</summary>
public sealed record Wage(
    WageType Type, int Amount, int? AmountMax, int? HourlyEquivalent, bool? MeetsMinimumWage, bool? WeeklyHolidayPayApplies,
    bool PaidSameDay, bool Negotiable);
