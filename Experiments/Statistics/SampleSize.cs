using MathNet.Numerics.Distributions;

namespace Jobs.Experiments;

/// <summary>How many people an experiment needs to find an effect, if it is there, with a given power.</summary>
public static class SampleSize
{
    /// <summary>People of each arm for one look at the end: what textbooks and other calculators tell.</summary>
    /// <param name="baselineRate">The control's expected rate, 0 to 1.</param>
    /// <param name="minimumEffect">The smallest difference worth finding, in points of the rate: 0.01 from 10 % is 11 %.</param>
    /// <param name="alpha">The part of experiments without a difference in which one may be seen.</param>
    /// <param name="power">The part of experiments with that difference in which it is to be seen.</param>
    /// <param name="arms">All of them, the control too.</param>
    public static long PerArm(
        double baselineRate, double minimumEffect, double alpha = 0.05, double power = 0.8, int arms = 2)
    {
        var treatmentRate = TreatmentRate(baselineRate, minimumEffect);
        var middle = (baselineRate + treatmentRate) / 2;
        var significant = Quantile(1 - Bonferroni.Alpha(alpha, arms - 1) / 2) * Math.Sqrt(2 * middle * (1 - middle));
        var found = Quantile(power) * Math.Sqrt(Variance(baselineRate) + Variance(treatmentRate));
        return (long)Math.Ceiling(Math.Pow((significant + found) / minimumEffect, 2));
    }

    /// <summary>
    /// People of all arms together after which the always-valid test has found the effect with the given power, however often
    /// it was looked at. This is what the calculator tells and what becomes the planned size.
    /// </summary>
    /// <param name="baselineRate">The control's expected rate, 0 to 1.</param>
    /// <param name="minimumEffect">The smallest difference worth finding, in points of the rate; negative to lower it.</param>
    /// <param name="alpha">The part of experiments without a difference in which one may be seen.</param>
    /// <param name="power">The part of experiments with that difference in which it is to be seen, in each arm.</param>
    /// <param name="weights">The arms' shares, the control first, in any unit.</param>
    /// <remarks>
    /// Counts the last look only. Each earlier one can but add to the power, so the promise is kept with one look and exceeded
    /// with forty: docs/statistics.md has by how much.
    /// </remarks>
    public static long Planned(
        double baselineRate, double minimumEffect, double alpha, double power, IReadOnlyList<double> weights)
    {
        var needed = Math.Pow(StandardErrorsToFind(alpha, power, weights.Count) / minimumEffect, 2);
        var treatmentRate = TreatmentRate(baselineRate, minimumEffect);
        var (control, smallest) = Shares(weights);
        return (long)Math.Ceiling(needed * (Variance(baselineRate) / control + Variance(treatmentRate) / smallest));
    }

    /// <summary>What looking at any time costs: so many times the people of one look at the end.</summary>
    public static double SequentialFactor(double alpha = 0.05, double power = 0.8, int arms = 2) => Math.Pow(
        StandardErrorsToFind(alpha, power, arms)
            / (Quantile(1 - Bonferroni.Alpha(alpha, arms - 1) / 2) + Quantile(power)), 2);

    /// <summary>The smallest effect that so many people are enough to find: <see cref="Planned"/> the other way round.</summary>
    public static double DetectableEffect(
        double baselineRate, double plannedPeople, double alpha, double power, IReadOnlyList<double> weights)
    {
        var (control, smallest) = Shares(weights);
        return StandardErrorsToFind(alpha, power, weights.Count)
            * Math.Sqrt(Variance(baselineRate) * (1 / control + 1 / smallest) / plannedPeople);
    }

    /// <summary>Days until so many new people have come, in whole weeks: every weekday counts alike. Null: never.</summary>
    /// <param name="peoplePerDay">People of the audience who come for the first time, not visits.</param>
    /// <param name="trafficPercent">The share of them that takes part, 0 to 100.</param>
    /// <param name="sampleSize">People of all arms together.</param>
    public static int? PlannedDays(double peoplePerDay, double trafficPercent, long sampleSize)
    {
        var participants = peoplePerDay * trafficPercent / 100;
        if (participants <= 0 || sampleSize / participants > 3650) return null;
        return 7 * Math.Max(1, (int)Math.Ceiling(sampleSize / participants / 7));
    }

    private static double StandardErrorsToFind(double alpha, double power, int arms) =>
        SequentialBoundary.StandardErrorsWhenPlannedIsReached(Bonferroni.Alpha(alpha, arms - 1)) + Quantile(power);

    private static double Quantile(double probability) => Normal.InvCDF(0, 1, probability);

    private static (double Control, double Smallest) Shares(IReadOnlyList<double> weights)
    {
        var treatments = weights.Skip(1).Where(weight => weight > 0).ToList();
        return treatments.Count > 0 && weights[0] > 0
            ? (weights[0] / weights.Sum(), treatments.Min() / weights.Sum())
            : throw new ArgumentException("Without people in the control and a treatment nothing is compared.", nameof(weights));
    }

    private static double Variance(double rate) => rate * (1 - rate);

    private static double TreatmentRate(double baselineRate, double minimumEffect)
    {
        var rate = baselineRate + minimumEffect;
        if (baselineRate is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(baselineRate), baselineRate, "Not a rate.");
        return minimumEffect != 0 && rate is > 0 and < 1 ? rate
            : throw new ArgumentOutOfRangeException(nameof(minimumEffect), minimumEffect, "The effect leads to no other rate.");
    }
}
