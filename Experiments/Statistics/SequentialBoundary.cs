namespace Jobs.Experiments;

/// <summary>How many standard errors the always-valid test asks for; narrowest around the planned number of people.</summary>
/// <remarks>
/// Waudby-Smith et al., arXiv 2103.06476, equations 9 and 155. <c>rho</c> depends on the planned number alone: who chooses it
/// after having looked loses what the test promises.
/// </remarks>
internal readonly struct SequentialBoundary(double alpha, double plannedPeople)
{
    private readonly double rhoSquared = (-2 * Math.Log(alpha) + Math.Log(-2 * Math.Log(alpha) + 1)) / plannedPeople;

    public double StandardErrors(double people)
    {
        var scale = people * rhoSquared;
        return Math.Sqrt(2 * (scale + 1) / scale * (0.5 * Math.Log(scale + 1) - Math.Log(alpha)));
    }

    /// <summary>At the planned number itself, where it depends on alpha alone: 3.04 for 5 %.</summary>
    public static double StandardErrorsWhenPlannedIsReached(double alpha) => new SequentialBoundary(alpha, 1).StandardErrors(1);

    /// <summary>Natural logarithm: the p-value itself is 0 in double precision from about 39 standard errors on.</summary>
    public double LogPValue(double people, double squaredZ)
    {
        var scale = people * rhoSquared;
        return Math.Min(0, 0.5 * Math.Log(scale + 1) - scale * squaredZ / (2 * (scale + 1)));
    }
}
