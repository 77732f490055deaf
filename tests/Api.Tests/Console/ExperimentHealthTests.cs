using Jobs.Api.WebConsole.Experiments;
using Jobs.Experiments;
using Jobs.Persistence;

namespace Jobs.Api.Tests.WebConsole;

/// <summary>The badge of the list says what the results say.</summary>
public sealed class ExperimentHealthTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 0, 0, 0, TimeSpan.Zero);

    [Fact] public void Without_results_it_says_so() => ShouldBe(HealthLevel.Quiet, "Results not read yet", verdict: null);

    [Fact]
    public void A_split_that_is_off_needs_somebody() =>
        ShouldBe(HealthLevel.Act, "The split is off", Of((600, 240), (400, 160)));

    [Fact]
    public void People_in_several_variants_spoil_the_figures() =>
        ShouldBe(HealthLevel.Act, "The figures cannot be believed", Of((500, 200), (500, 200), severalVariants: 100));

    [Fact]
    public void A_guardrail_that_turned_bad_comes_before_a_loss() => ShouldBe(
        HealthLevel.Act, "A guardrail turned bad",
        Of((500, 250), (500, 100), guardrail: [new("control", 50, 500, 250), new("shown", 50, 500, 50)]));

    [Fact]
    public void A_loss_needs_somebody() => ShouldBe(HealthLevel.Act, "Worse than the control", Of((500, 250), (500, 100)));

    [Fact]
    public void A_win_waits_for_a_decision() => ShouldBe(HealthLevel.Look, "A variant won", Of((500, 100), (500, 250)));

    [Fact]
    public void So_does_no_difference() =>
        ShouldBe(HealthLevel.Look, "No difference", Of((50_000, 5_000), (50_000, 5_000), planned: 100_000));

    [Fact]
    public void An_experiment_that_nobody_saw_after_a_day_is_worth_a_look() =>
        ShouldBe(HealthLevel.Look, "Nobody has seen it", Of((0, 0), (0, 0)));

    [Fact]
    public void Otherwise_it_is_well_until_its_planned_length() =>
        ShouldBe(HealthLevel.Good, "Well", Of((500, 200), (500, 205)));

    [Fact]
    public void Past_its_planned_length_it_asks_for_a_look() => ShouldBe(
        HealthLevel.Look, "Past its planned length", Of((500, 200), (500, 205)), plannedDays: 5);

    private static void ShouldBe(HealthLevel level, string words, Verdict? verdict, int plannedDays = 14)
    {
        var content = UnreadApplicationDeadline.Content() with { PlannedDays = plannedDays };
        var experiment = content.NewDraft("exp", Now.AddDays(-9));
        (experiment.Status, experiment.StartedAt) = (ExperimentStatus.Running, Now.AddDays(-8));
        var report = verdict is null
            ? null : new ExperimentReport(Now, CountedPeople.Assigned, [], verdict, SplitLooksHealthy: true, 0, 0, []);
        var health = ExperimentHealth.Of(experiment, ExperimentChange.Started, report, Now);
        Assert.Equal((level, words), (health.Level, health.English));
    }

    private static Verdict Of(
        (long People, long Conversions) control, (long People, long Conversions) shown, long severalVariants = 0,
        IReadOnlyList<ArmCounts>? guardrail = null, long planned = 3_000) => Verdict.Of(new ExperimentData
        {
            Primary =
            [
                new("control", 50, control.People, control.Conversions), new("shown", 50, shown.People, shown.Conversions),
            ],
            Guardrails = guardrail is null ? [] : [new("job_post_viewed", MetricDirection.HigherIsBetter, guardrail)],
            AssignedPerArm = [control.People, shown.People],
            Weights = [50, 50],
            PeopleInSeveralVariants = severalVariants,
            StartedAt = Now.AddDays(-8),
            Now = Now,
            PlannedDays = 8,
            PlannedSampleSize = planned,
            ExpectedEffect = 0.05,
        });
}
