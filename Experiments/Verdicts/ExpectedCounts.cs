namespace Jobs.Experiments;

/// <summary>Whether arms are large enough for the normal distribution, judged by the rate of all of them together.</summary>
/// <remarks>
/// By each arm's own rate an arm in which the metric died out would never be judged, however large it is.
/// </remarks>
internal static class ExpectedCounts
{
    /// <summary>The smallest number of conversions, or of people without, that an arm would have at the common rate.</summary>
    public static double Smallest(IReadOnlyList<ArmCounts> arms)
    {
        var people = arms.Sum(arm => arm.People);
        if (people == 0) return 0;
        var rate = (double)arms.Sum(arm => arm.Conversions) / people;
        return arms.Min(arm => arm.People) * Math.Min(rate, 1 - rate);
    }
}
