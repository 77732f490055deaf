using MathNet.Numerics;

namespace Jobs.Experiments;

/// <summary>Whether as many people got into each arm as its weight says. If not, something lost or doubled people.</summary>
public static class SampleRatio
{
    /// <summary>How often chance alone is as far from the weights (chi-square).</summary>
    /// <remarks>
    /// An arm of weight 0 takes no part, with its people too: it was stopped, and people from before its weight changed are no
    /// sign of loss. 1 where fewer than two arms are left.
    /// </remarks>
    public static double PValue(IReadOnlyList<long> observed, IReadOnlyList<double> weights)
    {
        if (observed.Count != weights.Count)
            throw new ArgumentException("An arm has no weight, or a weight no arm.", nameof(weights));
        var arms = observed.Zip(weights).Where(arm => arm.Second > 0).ToList();
        if (arms.Count < 2) return 1;
        double people = arms.Sum(arm => arm.First), weight = arms.Sum(arm => arm.Second);
        if (people == 0) return 1;
        var distance = arms.Sum(arm => Math.Pow(arm.First - people * arm.Second / weight, 2) / (people * arm.Second / weight));
        // The upper tail itself: 1 - CDF has no digits left at the sizes that matter here.
        return distance == 0 ? 1 : SpecialFunctions.GammaUpperRegularized((arms.Count - 1) / 2.0, distance / 2);
    }

    /// <summary>People expected in the smallest arm that takes part: with fewer than 8 the test says little.</summary>
    public static double SmallestExpected(IReadOnlyList<long> observed, IReadOnlyList<double> weights)
    {
        var arms = observed.Zip(weights).Where(arm => arm.Second > 0).ToList();
        return arms.Count == 0 ? 0 : arms.Sum(arm => arm.First) * arms.Min(arm => arm.Second) / arms.Sum(arm => arm.Second);
    }
}
