using Jobs.Persistence;
using static Jobs.Experiments.Tests.Results.SomeEvents;

namespace Jobs.Experiments.Tests.Results;

public sealed class ExperimentCountsTests
{
    [Fact]
    public void People_are_counted_once_in_the_arm_they_saw_and_convert_by_what_happens_afterwards()
    {
        var report = Report(
            [
                Exposed("a", "control"), Exposed("a", "control", hours: 9), Exposed("b", "control"), Exposed("c", "warning"),
                Exposed("d", "warning", hours: 5),
            ],
            [Read("a", 0.5), Read("b", 2), Read("b", 3), Read("c", 2), Read("d", 4), Read("e", 6)]);

        Assert.Equal(CountedPeople.Exposed, report.Counted);
        Assert.Equal([new("control", 0, 2, 0, 0, 1), new ArmReport("warning", 0, 2, 0, 0, 1)], report.Arms);
    }

    [Fact]
    public void A_late_reading_is_none_within_a_day() => Assert.Equal(
        [0L, 1L], Converted(Report(
            [Exposed("a", "control"), Exposed("b", "warning")],
            [Read("a", 2, minutesToRead: 1_441), Read("b", 2, minutesToRead: 1_440)])));

    [Fact]
    public void Among_employers_the_applicants_side_of_a_reading_does_not_count()
    {
        ExportedEvent[] sightings = [Exposed("a", "control"), Exposed("b", "warning")];
        ExportedEvent[] outcomes = [Read("a", 2, side: "applicant"), Read("b", 2)];

        Assert.Equal([0L, 1L], Converted(Report(sightings, outcomes, change => change.Audience = ExperimentAudience.Employers)));
        Assert.Equal([1L, 0L], Converted(Report(sightings, outcomes, change => change.Audience = ExperimentAudience.Applicants)));
    }

    [Fact]
    public void Whoever_saw_two_arms_is_counted_in_none()
    {
        var report = Report(
            [Exposed("a", "control"), Exposed("b", "warning"), Exposed("b", "control", hours: 2), Exposed("c", "warning")], []);

        Assert.Equal(1, report.PeopleInSeveralVariants);
        Assert.Equal([1L, 1L], report.Arms.Select(arm => arm.Exposed));
        Assert.Equal(VerdictKind.Invalid, report.Verdict.Kind);
    }

    [Fact]
    public void Testers_are_counted_beside_the_experiment_whatever_came_first()
    {
        var report = Report(
            [Exposed("a", "control"), Assigned("t", "warning"), Exposed("t", "warning", isTester: true), Exposed("c", "warning")],
            [Read("t", 2)]);

        Assert.Equal(1, report.Testers);
        Assert.Equal([0L, 0L], Converted(report));
        Assert.Equal([1L, 1L], report.Arms.Select(arm => arm.Exposed));
        Assert.Equal([0L, 0L], report.Arms.Select(arm => arm.Assigned));
    }

    [Fact]
    public void Another_experiment_and_another_version_are_nobodys_business() => Assert.Equal(
        [1L, 1L],
        Report(
            [
                Exposed("a", "control"), Exposed("b", "warning"), Exposed("x", "purple"),
                Sighting("$experiment_started", "c", "warning", 1, isTester: false, key: "other"),
                Sighting("$experiment_started", "d", "warning", 1, isTester: false, version: 1),
            ],
            []).Arms.Select(arm => arm.Exposed));

    [Fact]
    public void A_control_that_shows_nothing_and_is_not_reported_makes_everybody_count_from_where_the_app_asked()
    {
        var report = Report(
            [Assigned("a", "control"), Assigned("b", "control"), Assigned("c", "warning"), Exposed("c", "warning", hours: 3)],
            [Read("a", 2), Read("c", 2)]);

        Assert.Equal(CountedPeople.Assigned, report.Counted);
        Assert.Equal([new("control", 2, 0, 0, 0, 1), new ArmReport("warning", 1, 1, 0, 0, 1)], report.Arms);
    }

    [Fact]
    public void What_happens_after_the_end_counts_no_more() => Assert.Equal(
        [1L, 0L], Converted(Report(
            [Exposed("a", "control"), Exposed("b", "warning")], [Read("a", 9), Read("b", 11)],
            experiment => (experiment.Status, experiment.EndedAt) = (ExperimentStatus.Finished, Start.AddHours(10)))));

    [Fact]
    public void Clicks_and_dismissals_are_counted_by_people()
    {
        var report = Report(
            [
                Exposed("a", "control"), Exposed("b", "warning"), Sighting("notice_clicked", "b", "warning", 2, isTester: false),
                Sighting("notice_clicked", "b", "warning", 3, isTester: false),
                Sighting("notice_dismissed", "b", "warning", 4, isTester: false),
            ],
            []);

        Assert.Equal(new ArmReport("warning", 0, 1, 1, 1, 0), report.Arms[1]);
    }

    [Fact]
    public void Days_are_those_of_Seoul_and_counts_add_up()
    {
        // The experiment starts at 9:00 in Seoul; 15 hours later it is midnight there.
        var report = Report(
            [Exposed("a", "control", 1), Exposed("b", "warning", 14.9), Exposed("c", "warning", 15.1)], [Read("b", 20)]);

        Assert.Equal(
            ["2026-03-02: 1 0, 1 0", "2026-03-03: 1 0, 2 1"],
            report.Days.Select(day => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{day.Day:yyyy-MM-dd}: ")
                + string.Join(", ", day.Arms.Select(arm => $"{arm.People} {arm.Conversions}"))));
    }

    [Fact]
    public void A_lopsided_split_is_told()
    {
        var even = Enumerable.Range(0, 100).Select(person => Assigned($"p{person}", person % 2 == 0 ? "control" : "warning"));
        var lopsided = Enumerable.Range(0, 100).Select(person => Assigned($"p{person}", person % 4 == 0 ? "control" : "warning"));

        Assert.True(Report(even, []).SplitLooksHealthy);
        Assert.False(Report(lopsided, []).SplitLooksHealthy);
    }

    private static IEnumerable<long> Converted(ExperimentReport report) => report.Arms.Select(arm => arm.Converted);

    private static ExperimentReport Report(
        IEnumerable<ExportedEvent> sightings, IEnumerable<ExportedEvent> outcomes, Action<NoticeExperiment>? change = null)
    {
        var tally = new ExperimentTally(Experiment(change));
        foreach (var sighting in sightings) tally.AddSighting(sighting);
        foreach (var outcome in outcomes) tally.AddOutcome(outcome);
        return new ExperimentCounts(tally).ToReport(Start.AddDays(1));
    }
}
