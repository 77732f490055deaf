namespace Jobs.Experiments;

/// <summary>
/// Counts people from events: first all that tell who saw what, then the outcomes of those people. Events may come in any order
/// within each of the two.
/// </summary>
internal sealed class ExperimentTally
{
    private readonly Dictionary<string, Participant> people = [];
    private readonly HashSet<string> testers = [];
    private readonly NoticeExperiment experiment;
    private CountedPeople? counted;

    public ExperimentTally(NoticeExperiment experiment)
    {
        this.experiment = experiment;
        Metrics = [.. experiment.GuardrailMetrics.Prepend(experiment.PrimaryMetric).Select(KnownMetrics.Find).OfType<Metric>()];
        OutcomeNames = [.. Metrics.Select(metric => metric.EventName).Distinct()];
    }

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
        if (happened.Text("Experiment name") != experiment.Key
            || happened.Number("experiment_version") != experiment.StartedVersion) return;
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
        if (!people.TryGetValue(happened.DistinctId, out var person) || happened.Time > experiment.EndedAt) return;
        for (var index = 0; index < Metrics.Count; index++)
            if (Metrics[index].Counts(happened, experiment.Audience)) person.Happened(index, happened.Time, Counted);
    }

    /// <summary>An arm that shows nothing has no exposures unless its clients report the empty place.</summary>
    private bool HasSilentArm() => experiment.Variants.Index().Any(arm =>
        arm.Item.Content is null && !people.Values.Any(person => person.Exposure.Arm == arm.Index));

    private int? ArmOf(string? variantKey)
    {
        for (var index = 0; index < experiment.Variants.Count; index++)
            if (experiment.Variants[index].Key == variantKey) return index;
        return null;
    }
}
