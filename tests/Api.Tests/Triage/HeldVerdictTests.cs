using Jobs.Api.Triage;
using Jobs.Persistence;
using Jobs.Testing;
using Microsoft.Extensions.Options;

namespace Jobs.Api.Tests.Triage;

/// <summary>A verdict rises at once and falls after a quiet hour.</summary>
public sealed class HeldVerdictTests
{
    private readonly FakeTimeProvider time = new();
    private readonly ErrorTriage triage;

    public HeldVerdictTests() => triage = new(time, Options.Create(new TriageOptions()));

    [Fact]
    public void It_falls_after_sixty_minutes_in_which_nothing_was_as_bad_and_step_by_step()
    {
        Assert.Equal(TriageLevel.ActNow, LevelOf(core: true));
        time.Advance(TimeSpan.FromMinutes(30));
        // Soon by itself, and no page.
        Assert.Equal((TriageLevel.ActNow, false), (LevelOf(core: true, failed: false), Last.Verdict.Pages));
        time.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(TriageLevel.ActNow, LevelOf());
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((TriageLevel.Soon, "core path degraded but served"), (LevelOf(), Last.Verdict.Reason));
        time.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(TriageLevel.Soon, LevelOf());
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(TriageLevel.Monitor, LevelOf());
        Assert.Equal(TriageLevel.ActNow, LevelOf(core: true)); // And up again at once.
    }

    [Fact]
    public void It_goes_on_as_long_as_something_as_bad_happens()
    {
        for (var count = 0; count < 5; count++)
        {
            Assert.Equal(TriageLevel.ActNow, LevelOf(core: true));
            time.Advance(TimeSpan.FromMinutes(50));
            Assert.Equal(TriageLevel.ActNow, LevelOf());
        }
    }

    [Fact]
    public void A_variant_that_failed_alone_stays_when_the_others_begin_to_fail()
    {
        LevelOf();
        time.Advance(TimeSpan.FromHours(25)); // Old enough to be no news.
        for (var request = 0; request < 1000; request++)
        {
            triage.CountRequest("Feed", failed: false, [new("save-hint", "a")]);
            triage.CountRequest("Feed", failed: false, [new("save-hint", "b")]);
        }
        for (var person = 0; person < 11; person++) See("b", $"b{person}");
        Assert.Equal((TriageLevel.Soon, TriageAction.StopVariant), (Last.Verdict.Level, Last.Verdict.Action));
        for (var person = 0; person < 5; person++) See("a", $"a{person}");
        Assert.Equal(TriageLevel.Monitor, TriageRules.Decide(Last.Facts, new()).Level); // By the rules alone it would fall.
        Assert.Equal((TriageLevel.Soon, TriageAction.StopVariant), (Last.Verdict.Level, Last.Verdict.Action));
    }

    [Fact]
    public void Random_histories_never_fall_within_the_hour()
    {
        var random = new Random(20260308);
        for (var history = 0; history < 200; history++)
        {
            var error = SomeErrors.Of("Feed", $"field{history}");
            var worst = (Level: TriageLevel.None, At: DateTimeOffset.MinValue);
            for (var sighting = 0; sighting < 100; sighting++)
            {
                time.Advance(TimeSpan.FromSeconds(random.Next(240)));
                var triaged = triage.See(error.At(time.UtcNow) with
                {
                    Core = random.Next(60) == 0,
                    RequestFailed = random.Next(2) == 0,
                    DataLost = random.Next(60) == 0,
                    Viewer = $"{random.Next(40)}",
                });
                var byRules = TriageRules.Decide(triaged.Facts, new()).Level;
                if (byRules >= worst.Level || time.UtcNow - worst.At >= TimeSpan.FromHours(1)) worst = (byRules, time.UtcNow);
                Assert.True(triaged.Verdict.Level >= worst.Level, $"{triaged.Verdict} after {worst}");
            }
        }
    }

    private TriagedError Last { get; set; } = new(new(TriageLevel.None, "", TriageAction.None), new(), false, 0, false);

    private void See(string variant, string viewer)
    {
        time.Advance(TimeSpan.FromMinutes(2));
        Last = triage.See(SomeErrors.Badge.At(time.UtcNow) with { Viewer = viewer, Variants = [new("save-hint", variant)] });
    }

    private TriageLevel LevelOf(bool core = false, bool failed = true)
    {
        Last = triage.See(SomeErrors.Badge.At(time.UtcNow) with { Core = core, RequestFailed = failed });
        return Last.Verdict.Level;
    }
}
