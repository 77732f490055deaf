using Jobs.Api.Triage;
using Jobs.Persistence;
using Jobs.Testing;
using Microsoft.Extensions.Options;

namespace Jobs.Api.Tests.Triage;

/// <summary>One instance by itself: how counts become verdicts, and verdicts become something that is sent.</summary>
public sealed class ErrorTriageTests
{
    private readonly FakeTimeProvider time = new();
    private readonly ErrorTriage triage;

    public ErrorTriageTests() => triage = New(new TriageOptions());

    [Fact]
    public void Fifty_in_five_minutes_are_frequent_and_forty_nine_are_not()
    {
        for (var count = 1; count < 50; count++) Assert.True(See().Verdict.Level < TriageLevel.ActNow, $"{count}");
        Assert.Equal(new TriageVerdict(TriageLevel.ActNow, "frequent", TriageAction.Fix, Pages: true), See().Verdict);
    }

    [Fact]
    public void Forty_nine_and_forty_nine_an_hour_apart_are_not_frequent()
    {
        for (var count = 0; count < 49; count++) See();
        time.Advance(TimeSpan.FromMinutes(6));
        for (var count = 0; count < 49; count++) Assert.True(See().Verdict.Level < TriageLevel.ActNow);
    }

    [Fact]
    public void Twenty_five_people_in_an_hour_are_frequent_and_one_person_twenty_five_times_is_not()
    {
        for (var person = 1; person <= 24; person++)
        {
            time.Advance(TimeSpan.FromMinutes(2));
            Assert.True(See(viewer: $"person-{person}").Verdict.Level < TriageLevel.ActNow);
            Assert.Equal(person, See(viewer: $"person-{person}").Facts.Users60m);
        }
        Assert.Equal("frequent", See(viewer: "person-25").Verdict.Reason);
    }

    [Fact]
    public void Of_a_crowd_two_hundred_people_are_remembered_and_told_and_newcomers_after_an_hour_instead_of_the_oldest()
    {
        for (var person = 0; person < 1000; person++) See(viewer: $"{person}");
        Assert.Equal(200, See().Facts.Users60m);
        Assert.Equal(200, triage.Take().Viewers.Count);
        time.Advance(TimeSpan.FromHours(1));
        for (var person = 0; person < 50; person++) See(viewer: $"later {person}");
        Assert.Equal((50, 200), (See().Facts.Users60m, See().Facts.Users7d));
        Assert.Equal(50, triage.Take().Viewers.Count);
    }

    [Fact]
    public void A_share_is_taken_of_the_requests_of_the_same_operation()
    {
        for (var request = 0; request < 99; request++) triage.CountRequest("Feed", failed: false, []);
        for (var request = 0; request < 5000; request++) triage.CountRequest("Profile", failed: false, []);
        var sighting = SomeErrors.Badge.At(time.UtcNow) with { Core = true };
        Assert.Equal("core path, 1.0 % of requests fail", triage.See(sighting).Verdict.Reason);
        Assert.Equal("core path, 2.0 % of requests fail", triage.See(sighting).Verdict.Reason);
        var unasked = SomeErrors.Of("Unasked", "x").At(time.UtcNow) with { Core = true };
        Assert.Equal("core path, a request failed", triage.See(unasked).Verdict.Reason);
    }

    [Fact]
    public void What_came_with_a_deployment_of_the_last_hour_is_rolled_back()
    {
        triage.NoteRelease("jobs@1");
        time.Advance(TimeSpan.FromMinutes(12));
        for (var count = 0; count < 9; count++) See();
        Assert.Equal((TriageLevel.Soon, TriageAction.Rollback), (See().Verdict.Level, See().Verdict.Action));
        time.Advance(TimeSpan.FromMinutes(60));
        Assert.Equal(TriageAction.Fix, triage.See(SomeErrors.Badge.At(time.UtcNow) with { Core = true }).Verdict.Action);
    }

    [Fact]
    public void A_spike_is_measured_by_what_is_usual()
    {
        const string spike = "spike against its own baseline";
        for (var five = 0; five < 30 * 12; five++)
        {
            See();
            Assert.NotEqual(spike, See().Verdict.Reason);
            time.Advance(TimeSpan.FromMinutes(5));
        }
        TriagedError last;
        do
        {
            last = See();
            Assert.InRange(last.Facts.Baseline5m, 1.99, 2.01);
            Assert.NotEqual(spike, last.Verdict.Reason);
        }
        while (last.Facts.Count5m < 19);
        See();
        Assert.Equal((TriageLevel.Soon, spike), (See().Verdict.Level, See().Verdict.Reason));
    }

    [Fact]
    public void The_one_that_was_not_seen_for_longest_makes_room()
    {
        var small = New(new TriageOptions { FingerprintsMax = 10 });
        for (var number = 0; number < 10; number++) small.See(SomeErrors.Of("Feed", $"field{number}").At(time.UtcNow));
        small.See(SomeErrors.Of("Feed", "field0").At(time.UtcNow));
        for (var number = 10; number < 19; number++) small.See(SomeErrors.Of("Feed", $"field{number}").At(time.UtcNow));
        Assert.Equal(10, small.Known);
        Assert.Equal(3, small.See(SomeErrors.Of("Feed", "field0").At(time.UtcNow)).Facts.Count5m);
        Assert.Equal(1, small.See(SomeErrors.Of("Feed", "field1").At(time.UtcNow)).Facts.Count5m);
    }

    [Fact]
    public void Names_that_clients_invent_are_told_apart_up_to_a_limit_and_those_of_yesterday_make_room()
    {
        var small = New(new TriageOptions { OperationsMax = 2 });
        Assert.Equal(["a", "b", "other", "a"], new[] { "a", "b", "c", "a" }.Select(Counted));
        Assert.Equal("-", small.OperationName(null));
        Assert.Equal("other", triage.OperationName("Call01012345678"));
        Assert.Equal("other", triage.OperationName(new string('a', 65)));
        time.Advance(TimeSpan.FromHours(23));
        Assert.Equal("a", Counted("a"));
        time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(["a", "c", "other"], new[] { "a", "c", "b" }.Select(Counted));

        string Counted(string name)
        {
            small.CountRequest(name, failed: false, []);
            return small.OperationName(name);
        }
    }

    [Fact]
    public void Whoever_went_away_is_no_error_and_counts_with_none()
    {
        for (var count = 0; count < 200; count++)
        {
            var left = triage.See(SomeErrors.Badge.At(time.UtcNow) with { Cancelled = true, Core = true, Viewer = $"{count}" });
            Assert.Equal((TriageLevel.Monitor, TriageAction.None, false), (left.Verdict.Level, left.Verdict.Action, left.IsSent));
        }
        Assert.Equal((1L, 0), (See().Facts.Count5m, See().Facts.Users60m));
    }

    [Fact]
    public void Events_that_come_late_or_from_a_clock_that_is_ahead_count_now()
    {
        triage.See(SomeErrors.Badge.At(time.UtcNow.AddDays(-3)));
        triage.See(SomeErrors.Badge.At(time.UtcNow.AddHours(3)));
        Assert.Equal(3, See().Facts.Count5m);
        triage.See(SomeErrors.Badge.At(time.UtcNow.AddMinutes(-20)));
        Assert.Equal((4L, 5L), (See().Facts.Count5m, See().Facts.Count60m - 1));
    }

    private ErrorTriage New(TriageOptions options) => new(time, Options.Create(options));

    private TriagedError See(string? viewer = null) => triage.See(SomeErrors.Badge.At(time.UtcNow) with { Viewer = viewer });
}
