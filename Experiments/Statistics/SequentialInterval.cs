namespace Jobs.Experiments;

/// <summary>
/// The absolute difference of two rates with an interval that holds at every look at once: it misses the truth at any time at
/// all in no more than <c>alpha</c> of the experiments, so that looking daily and stopping early is allowed.
/// </summary>
public sealed record SequentialInterval(double Estimate, double Low, double High, double LogPValue)
{
    /// <summary>Planned people of two arms where nobody planned.</summary>
    public const double UnplannedPeople = 5000;

    /// <summary>0 where a double cannot hold it; <see cref="LogPValue"/> can.</summary>
    public double PValue => Math.Exp(LogPValue);

    public bool ExcludesZero => Low > 0 || High < 0;

    /// <param name="control">The arm that is compared with.</param>
    /// <param name="treatment">The arm that is compared.</param>
    /// <param name="alpha">The part of experiments without a difference in which one may be seen.</param>
    /// <param name="plannedPeople">People of these two arms, as planned before the start.</param>
    public static SequentialInterval Of(
        ArmCounts control, ArmCounts treatment, double alpha = 0.05, double plannedPeople = UnplannedPeople)
    {
        if (control.People == 0 || treatment.People == 0) return new(0, -1, 1, 0);
        var boundary = new SequentialBoundary(alpha, plannedPeople);
        var people = (double)control.People + treatment.People;
        var difference = treatment.Rate - control.Rate;
        var error = Math.Sqrt(Variance(control) + Variance(treatment));
        var half = boundary.StandardErrors(people) * error;
        return new(difference, Math.Max(-1, difference - half), Math.Min(1, difference + half),
            boundary.LogPValue(people, Math.Pow(difference / error, 2)));
    }

    // None or all converted has no variance, and would be certain after one person: such an arm counts as if one more had
    // converted and one more had not.
    private static double Variance(ArmCounts arm)
    {
        if (arm.Variance > 0) return arm.Variance / arm.People;
        var smoothed = (arm.Conversions + 1.0) / (arm.People + 2.0);
        return smoothed * (1 - smoothed) / arm.People;
    }
}
