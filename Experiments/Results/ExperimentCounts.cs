namespace Jobs.Experiments;

/// <summary>From people to a report: whom to count, arm by arm, metric by metric, day by day.</summary>
internal sealed class ExperimentCounts
{
    private readonly NoticeExperiment experiment;
    private readonly ExperimentTally tally;
    private readonly List<Participant> counted;

    public ExperimentCounts(ExperimentTally tally)
    {
        (experiment, this.tally) = (tally.Experiment, tally);
        counted = [.. tally.People.Where(person => person.Of(tally.Counted).Arm is not null && !person.IsInSeveralVariants)];
    }

    public ExperimentReport ToReport(DateTimeOffset now)
    {
        var until = experiment.EndedAt is { } ended && ended < now ? ended : now;
        var assigned = Count(tally.People.Where(person => person.Assignment.Arm is not null), person => person.Assignment.Arm!.Value);
        var severalVariants = tally.People.LongCount(person => person.IsInSeveralVariants);
        var weights = experiment.Variants.Select(variant => variant.Weight).ToList();
        var verdict = Verdict.Of(new ExperimentData
        {
            Primary = ArmsOf(0),
            PrimaryDirection = tally.Metrics[0].Direction,
            Guardrails =
            [
                .. tally.Metrics.Skip(1).Select((metric, index) => new GuardrailCounts(metric.Key, metric.Direction, ArmsOf(index + 1))),
            ],
            AssignedPerArm = assigned,
            Weights = weights,
            PeopleInSeveralVariants = severalVariants,
            PeopleExcluded = tally.Testers,
            StartedAt = experiment.StartedAt!.Value,
            Now = until,
            PlannedDays = experiment.PlannedDays,
            PlannedSampleSize = experiment.PlannedSampleSize,
            ExpectedEffect = experiment.ExpectedEffect,
        });
        var isHealthy = assigned.Sum() == 0 || SampleRatio.PValue(assigned, weights) >= new VerdictOptions().SampleRatioAlpha;
        return new(now, tally.Counted, ArmReports(assigned), verdict, isHealthy, severalVariants, tally.Testers, Days(until));
    }

    private IReadOnlyList<ArmReport> ArmReports(long[] assigned)
    {
        var seen = tally.People.Where(person => person.Exposure.Arm is not null && !person.IsInSeveralVariants).ToList();
        var exposed = Count(seen, person => person.Exposure.Arm!.Value);
        var clicked = Count(seen.Where(person => person.HasClicked), person => person.Exposure.Arm!.Value);
        var dismissed = Count(seen.Where(person => person.HasDismissed), person => person.Exposure.Arm!.Value);
        var converted = ArmsOf(0);
        return
        [
            .. experiment.Variants.Select((variant, arm) => new ArmReport(
                variant.Key, assigned[arm], exposed[arm], clicked[arm], dismissed[arm], converted[arm].Conversions)),
        ];
    }

    private IReadOnlyList<ArmCounts> ArmsOf(int metric) => ArmsOf(metric, DateTimeOffset.MaxValue);

    private IReadOnlyList<ArmCounts> ArmsOf(int metric, DateTimeOffset before)
    {
        var people = new long[experiment.Variants.Count];
        var conversions = new long[experiment.Variants.Count];
        foreach (var person in counted)
        {
            var sighting = person.Of(tally.Counted);
            if (sighting.At >= before) continue;
            people[sighting.Arm!.Value]++;
            if (person.FirstTime(metric) < before) conversions[sighting.Arm.Value]++;
        }
        return [.. experiment.Variants.Select((variant, arm) => new ArmCounts(variant.Key, variant.Weight, people[arm], conversions[arm]))];
    }

    private List<CountsOfDay> Days(DateTimeOffset until)
    {
        var days = new List<CountsOfDay>();
        var last = Seoul.DayOf(until);
        for (var day = Seoul.DayOf(experiment.StartedAt!.Value); day <= last; day = day.AddDays(1))
            days.Add(new(day, ArmsOf(0, Seoul.StartOf(day.AddDays(1)))));
        return days;
    }

    private long[] Count(IEnumerable<Participant> people, Func<Participant, int> arm)
    {
        var counts = new long[experiment.Variants.Count];
        foreach (var person in people) counts[arm(person)]++;
        return counts;
    }
}
