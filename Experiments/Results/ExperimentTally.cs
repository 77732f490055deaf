namespace Jobs.Experiments;

/// <summary>
/// Counts people from events: first all that tell who saw what, then the outcomes of those people. Events may come in any order
/// within each of the two.
/// </summary>
internal sealed class ExperimentTally
{
    private readonly Dictionary<string, Participant> people = [];
    private readonly HashSet<string> testers = [];
    private CountedPeople? counted;

    public ExperimentTally(NoticeExperiment experiment)
    {
        Experiment = experiment;
        Metrics = [.. Experiment.GuardrailMetrics.Prepend(Experiment.PrimaryMetric).Select(KnownMetrics.Find).OfType<Metric>()];
        OutcomeNames = [.. Metrics.Select(metric => metric.EventName).Distinct()];
    }

    public NoticeExperiment Experiment { get; }

    /// <summary>Events that tell who was given what, who saw it, and what they did with it.</summary>
    public static IReadOnlyList<string> SightingNames { get; } =
        ["$experiment_started", "notice_assigned", "notice_clicked", "notice_dismissed"];

    /// <summary>The primary one first.</summary>
    public IReadOnlyList<Metric> Metrics { get; }

    public IReadOnlyList<string> OutcomeNames { get; }

    public IReadOnlyCollection<Participant> People => people.Values;

    /// <summary>Known once all sightings are.</summary>
    public CountedPeople Counted => counted ??= HasSilentArm() ? CountedPeople.Assigned : CountedPeople.Exposed;

    public long Testers => testers.Count;

    public void AddSighting(ExportedEvent happened)
    {
        if (!IsInTime(happened) || happened.Text("Experiment name") != Experiment.Key
            || happened.Number("experiment_version") != Experiment.StartedVersion) return;
        if (happened.Flag("$is_qa_tester") == true)
        {
            testers.Add(happened.DistinctId);
            people.Remove(happened.DistinctId);
        }
        if (testers.Contains(happened.DistinctId)) return;
        if (ArmOf(happened.Text("Variant name")) is not { } arm) return;
        if (!people.TryGetValue(happened.DistinctId, out var person))
            people.Add(happened.DistinctId, person = new Participant(Metrics.Count));
        switch (happened.Name)
        {
            case "$experiment_started": person.Exposure.See(arm, happened.Time); break;
            case "notice_assigned": person.Assignment.See(arm, happened.Time); break;
            case "notice_clicked": person.HasClicked = true; break;
            case "notice_dismissed": person.HasDismissed = true; break;
        }
    }

    public void AddOutcome(ExportedEvent happened)
    {
        if (!IsInTime(happened) || !people.TryGetValue(happened.DistinctId, out var person)) return;
        for (var index = 0; index < Metrics.Count; index++)
            if (Metrics[index].Counts(happened, Experiment.Audience)) person.Happened(index, happened.Time, Counted);
    }

    /// <summary>An arm that shows nothing has no exposures unless its clients report the empty place.</summary>
    private bool HasSilentArm() => Experiment.Variants.Index().Any(arm =>
        arm.Item.Content is null && !people.Values.Any(person => person.Exposure.Arm == arm.Index));

    // What was read for several experiments goes further than each of them.
    private bool IsInTime(ExportedEvent happened) =>
        happened.Time >= Experiment.StartedAt && !(happened.Time > Experiment.EndedAt);

    private int? ArmOf(string? variantKey)
    {
        for (var index = 0; index < Experiment.Variants.Count; index++)
            if (Experiment.Variants[index].Key == variantKey) return index;
        return null;
    }
}
