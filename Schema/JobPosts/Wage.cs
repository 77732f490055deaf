namespace Jobs.Schema;

/// <summary>What the work pays.</summary>
public sealed class Wage(JobPost jobPost)
{
    public WageType Type => jobPost.WageType;

    public int Amount => jobPost.WageAmount;

    public int? AmountMax => jobPost.WageAmountMax;

    public int? HourlyEquivalent => jobPost.HourlyEquivalent;

    public bool? WeeklyHolidayPayApplies => WorkHours.HolidayPayApplies(jobPost.WeeklyHours);

    public bool PaidSameDay => jobPost.PaidSameDay;

    public bool Negotiable => jobPost.WageNegotiable;
}

/// <summary>Fields of <c>Wage</c> that are more than a property.</summary>
public static class WageResolvers
{
    public static bool? MeetsMinimumWage(Wage wage, TimeProvider time) =>
        HourlyEquivalent.MeetsMinimumWage(wage.HourlyEquivalent, KnownMinimumWages.On(Seoul.Today(time)));
}
