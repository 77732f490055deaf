namespace Jobs.Experiments;

/// <summary>One treatment against the control in one metric, by the always-valid test.</summary>
internal sealed record Comparison(ArmCounts Control, ArmCounts Treatment, MetricDirection Direction, SequentialInterval Lift)
{
    private int Sign => Direction == MetricDirection.HigherIsBetter ? 1 : -1;

    /// <summary>How far the treatment is ahead, in points; negative where it is behind.</summary>
    public double Gain => Sign * Lift.Estimate;

    /// <summary>The most that it may be ahead.</summary>
    public double GainHigh => Sign > 0 ? Lift.High : -Lift.Low;

    public bool IsBetter => Sign > 0 ? Lift.Low > 0 : Lift.High < 0;
    public bool IsWorse => Sign > 0 ? Lift.High < 0 : Lift.Low > 0;

    /// <summary>Several treatments share alpha. Two arms of several have their part of the planned people.</summary>
    public static IReadOnlyList<Comparison> Of(
        IReadOnlyList<ArmCounts> arms, MetricDirection direction, ExperimentData data, VerdictOptions options)
    {
        var alpha = Bonferroni.Alpha(options.Alpha, arms.Count - 1);
        return [.. arms.Skip(1).Select((treatment, index) => new Comparison(arms[0], treatment, direction,
            SequentialInterval.Of(arms[0], treatment, alpha, PlannedPeople(data, index + 1))))];
    }

    private static double PlannedPeople(ExperimentData data, int arm)
    {
        var planned = data.PlannedSampleSize * (data.Weights[0] + data.Weights[arm]) / data.Weights.Sum();
        return planned > 0 ? planned.Value : SequentialInterval.UnplannedPeople;
    }
}
