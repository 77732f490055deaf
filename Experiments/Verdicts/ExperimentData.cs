namespace Jobs.Experiments;

/// <summary>Counts of a metric that must not get worse, in the same arms as the primary one, the control first.</summary>
public sealed record GuardrailCounts(string MetricKey, MetricDirection Direction, IReadOnlyList<ArmCounts> Arms);

/// <summary>Everything that a verdict is made of.</summary>
public sealed record ExperimentData
{
    /// <summary>The metric that decides, the control first.</summary>
    public required IReadOnlyList<ArmCounts> Primary { get; init; }

    public MetricDirection PrimaryDirection { get; init; }
    public IReadOnlyList<GuardrailCounts> Guardrails { get; init; } = [];

    /// <summary>People that each arm was given since the weights last changed, in the order of the arms.</summary>
    public required IReadOnlyList<long> AssignedPerArm { get; init; }

    /// <summary>The arms' shares in any unit, in the order of the arms.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>They are in no arm's counts: nobody can tell which one moved them.</summary>
    public long PeopleInSeveralVariants { get; init; }

    /// <summary>Left out of the counts for any other reason: testers, for example.</summary>
    public long PeopleExcluded { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Until when people were counted: the end of an experiment that has ended.</summary>
    public required DateTimeOffset Now { get; init; }

    public int? PlannedDays { get; init; }

    /// <summary>People in all arms together, fixed before the start: the test is sharpest there.</summary>
    public long? PlannedSampleSize { get; init; }

    /// <summary>The smallest difference worth having: 0.01 is one percentage point. Its sign does not matter.</summary>
    public double? ExpectedEffect { get; init; }

    internal double Days => Math.Max(0, (Now - StartedAt).TotalDays);
    internal long People => Primary.Sum(arm => arm.People);

    internal double ExpectedEffectOrDetectable(VerdictOptions options) =>
        ExpectedEffect is { } effect and not 0 ? Math.Abs(effect) : SampleSize.DetectableEffect(
            Primary[0].Rate, PlannedSampleSize ?? SequentialInterval.UnplannedPeople, options.Alpha, options.Power,
            [.. Primary.Select(arm => (double)arm.People)]);
}
