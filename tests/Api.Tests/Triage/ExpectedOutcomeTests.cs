using System.Diagnostics.Metrics;
using Jobs.Api.Triage;
using Jobs.Persistence;
using Jobs.Testing;
using Microsoft.Extensions.Options;

namespace Jobs.Api.Tests.Triage;

/// <summary>What clients run into by themselves is counted, and told only when there is suddenly far more of it.</summary>
public sealed class ExpectedOutcomeTests
{
    private const string Refused = "UNAUTHENTICATED";
    private readonly FakeTimeProvider time = new();
    private readonly ErrorTriage triage;

    public ExpectedOutcomeTests() => triage = new(time, Options.Create(new TriageOptions()));

    [Fact]
    public void Refused_sign_ins_that_jump_from_5_to_400_are_told_once()
    {
        for (var five = 0; five < 12 * 24; five++) Count(5, every: TimeSpan.FromMinutes(1));
        var told = Count(400, every: TimeSpan.FromMilliseconds(750)).OfType<TriagedError>().ToList();
        var one = Assert.Single(told);
        Assert.Equal((TriageLevel.Soon, "expected error, unexpected volume"), (one.Verdict.Level, one.Verdict.Reason));
        Assert.InRange(one.Facts.Baseline5m, 4.5, 5.5);
        Assert.InRange(one.Facts.Count5m, 50, 60);
        Assert.True(one.IsSent);
        time.Advance(TimeSpan.FromHours(2));
        Assert.Single(Count(100, every: TimeSpan.FromSeconds(1)).OfType<TriagedError>()); // After a quiet time it is news again.
    }

    [Fact]
    public void A_busy_day_is_no_news()
    {
        for (var five = 0; five < 12 * 6; five++) Count(60, every: TimeSpan.FromSeconds(5));
        Assert.All(Count(500, every: TimeSpan.FromSeconds(0.6)), Assert.Null); // Not quite ten times as many.
    }

    [Fact]
    public void As_long_as_nobody_knows_what_is_usual_no_volume_is_unusual() =>
        Assert.All(Count(1000, every: TimeSpan.FromSeconds(1)), Assert.Null);

    [Fact]
    public void They_are_measured_by_kind_and_errors_by_verdict_and_kinds_are_few()
    {
        var measured = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == TriageMetrics.MeterName) listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            lock (measured) measured.Add($"{instrument.Name} {tags[0].Key}={tags[0].Value}");
        });
        listener.Start();
        triage.CountExpected("ALREADY_APPLIED");
        triage.See(SomeErrors.Badge.At(time.UtcNow) with { Core = true });
        for (var kind = 0; kind < 300; kind++) triage.CountExpected($"kind-of-this-test-{kind}");
        lock (measured)
        {
            Assert.Contains("jobs.triage.expected kind=ALREADY_APPLIED", measured);
            Assert.Contains("jobs.triage.errors verdict=actNow", measured);
            Assert.Contains("jobs.triage.expected kind=other", measured);
            var kinds = measured.Where(line => line.Contains("kind-of-this-test", StringComparison.Ordinal)).Distinct();
            Assert.InRange(kinds.Count(), 1, 100);
        }
    }

    private List<TriagedError?> Count(int count, TimeSpan every)
    {
        var told = new List<TriagedError?>();
        for (var number = 0; number < count; number++)
        {
            told.Add(triage.CountExpected(Refused));
            time.Advance(every);
        }
        return told;
    }
}
