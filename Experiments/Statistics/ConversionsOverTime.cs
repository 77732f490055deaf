namespace Jobs.Experiments;

/// <summary>What had been counted in each arm by the end of one day.</summary>
public sealed record CountsOfDay(DateOnly Day, IReadOnlyList<ArmCounts> Arms);

/// <summary>One point of an arm's curve: everything counted until the end of the day, and the rate (0 to 1) it gives.</summary>
public sealed record RateOfDay(DateOnly Day, long People, long Conversions, double Rate, double RateLow, double RateHigh);

/// <summary>The curve of one arm's conversion rate, day by day, for a plot.</summary>
public sealed record ConversionsOverTime(string VariantKey, IReadOnlyList<RateOfDay> Days)
{
    /// <summary>One curve for each arm, in the order in which arms appear, without the days before its first person.</summary>
    public static IReadOnlyList<ConversionsOverTime> Of(IReadOnlyList<CountsOfDay> cumulative, double alpha = 0.05) =>
        [.. cumulative.OrderBy(day => day.Day)
            .SelectMany(day => day.Arms, (day, arm) => (day.Day, Arm: arm))
            .GroupBy(point => point.Arm.VariantKey)
            .Select(curve => new ConversionsOverTime(curve.Key,
                [.. curve.Where(point => point.Arm.People > 0).Select(point => PointOf(point.Day, point.Arm, alpha))]))];

    private static RateOfDay PointOf(DateOnly day, ArmCounts arm, double alpha)
    {
        var rate = Proportions.Rate(arm, alpha);
        return new(day, arm.People, arm.Conversions, rate.Estimate, rate.Low, rate.High);
    }
}
