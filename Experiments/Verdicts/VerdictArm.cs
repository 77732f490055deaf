namespace Jobs.Experiments;

/// <summary>
/// One arm as the results page shows it: rates are 0 to 1, lifts are percentage points against the control. The interval of the
/// lift is always valid; that of the rate is for the plot.
/// </summary>
/// <param name="VariantKey">The arm's key.</param>
/// <param name="People">People who were counted.</param>
/// <param name="Conversions">Those for whom the primary metric happened.</param>
/// <param name="Rate">Conversions per person.</param>
/// <param name="RateLow">Wilson's 95 % interval.</param>
/// <param name="RateHigh">Wilson's 95 % interval.</param>
/// <param name="Lift">Null in the control, like the rest.</param>
/// <param name="LiftLow">The least that is compatible with the counts.</param>
/// <param name="LiftHigh">The most that is compatible with the counts.</param>
/// <param name="ChanceToBeatControl">For display; nothing is decided by it.</param>
public sealed record VerdictArm(
    string VariantKey, long People, long Conversions, double Rate, double RateLow, double RateHigh,
    double? Lift, double? LiftLow, double? LiftHigh, double? ChanceToBeatControl)
{
    internal static IReadOnlyList<VerdictArm> Of(IReadOnlyList<ArmCounts> arms, IReadOnlyList<Comparison> comparisons) =>
        [.. arms.Select((arm, index) => Of(arm, index == 0 ? null : comparisons[index - 1]))];

    private static VerdictArm Of(ArmCounts arm, Comparison? comparison)
    {
        var rate = Proportions.Rate(arm);
        var chance = comparison is null ? null : BayesianChance.Of(comparison.Control, arm)?.Chance;
        return new(arm.VariantKey, arm.People, arm.Conversions, rate.Estimate, rate.Low, rate.High,
            comparison?.Lift.Estimate * 100, comparison?.Lift.Low * 100, comparison?.Lift.High * 100,
            comparison?.Direction == MetricDirection.LowerIsBetter ? 1 - chance : chance);
    }
}
