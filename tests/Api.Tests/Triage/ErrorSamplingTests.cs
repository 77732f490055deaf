using Jobs.Api.Triage;
using Jobs.Testing;
using Microsoft.Extensions.Options;

namespace Jobs.Api.Tests.Triage;

/// <summary>What is sent of many, and who is woken up how often.</summary>
public sealed class ErrorSamplingTests
{
    private readonly FakeTimeProvider time = new();
    private readonly ErrorTriage triage;

    public ErrorSamplingTests() => triage = new(time, Options.Create(new TriageOptions()));

    [Fact]
    public void Of_what_is_monitored_the_first_of_a_release_is_sent_and_one_in_ten_minutes()
    {
        Assert.Equal([1], Sent(See(count: 5)));
        Assert.True(See("jobs@2").IsSent);
        Assert.False(See("jobs@2").IsSent);
        time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Assert.False(See("jobs@2").IsSent);
        time.Advance(TimeSpan.FromSeconds(1));
        var sent = See("jobs@2");
        Assert.Equal((true, 2), (sent.IsSent, sent.SampledCount));
    }

    [Fact]
    public void Of_what_is_urgent_twenty_are_sent_and_then_one_in_ten_seconds()
    {
        var first = See(core: true, count: 30);
        Assert.Equal(Enumerable.Range(1, 20), Sent(first));
        Assert.Equal(10, first[^1].SampledCount);
        time.Advance(TimeSpan.FromSeconds(10));
        var later = See(core: true, count: 5);
        Assert.Equal([1], Sent(later));
        Assert.Equal((10, 4), (later[0].SampledCount, later[^1].SampledCount));
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(Enumerable.Range(1, 20), Sent(See(core: true, count: 30)));
    }

    [Fact]
    public void Every_error_that_is_new_is_sent_and_every_one_that_gets_worse()
    {
        for (var number = 0; number < 1000; number++)
            Assert.True(triage.See(SomeErrors.Of("Feed", $"field{number}").At(time.UtcNow)).IsSent);
        See(count: 5);
        Assert.True(triage.See(SomeErrors.Badge.At(time.UtcNow) with { DataLost = true }).IsSent);
        Assert.True(See(core: true, count: 1)[0].IsSent);
    }

    [Fact]
    public void What_is_left_out_and_what_is_sent_is_all_there_was()
    {
        var random = new Random(20260309);
        var (seen, told) = (0, 0);
        TriagedError last = See(count: 1)[0];
        for (seen = 1, told = 1; seen < 5000; seen++)
        {
            time.Advance(TimeSpan.FromMilliseconds(random.Next(3000)));
            last = See(core: random.Next(50) == 0, count: 1)[0];
            if (last.IsSent) told += 1 + last.SampledCount;
        }
        Assert.Equal(seen, told + (last.IsSent ? 0 : last.SampledCount));
    }

    [Fact]
    public void Somebody_is_woken_up_once_in_half_an_hour_and_that_one_is_sent()
    {
        Assert.False(See(core: true, count: 1)[0].Alerts); // One event of one person can wait for the second.
        var storm = See(core: true, count: 200);
        Assert.Equal([0], storm.Index().Where(triaged => triaged.Item.Alerts).Select(triaged => triaged.Index));
        time.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        Assert.False(See(core: true, count: 1)[0].Alerts);
        time.Advance(TimeSpan.FromSeconds(1));
        var again = See(core: true, count: 1)[0];
        Assert.Equal((true, true), (again.Alerts, again.IsSent));
    }

    private static IEnumerable<int> Sent(IEnumerable<TriagedError> triaged) =>
        triaged.Index().Where(one => one.Item.IsSent).Select(one => one.Index + 1);

    private TriagedError See(string release) => triage.See(SomeErrors.Badge.At(time.UtcNow) with { Release = release });

    private List<TriagedError> See(bool core = false, int count = 1) =>
        [.. Enumerable.Range(0, count).Select(_ => triage.See(SomeErrors.Badge.At(time.UtcNow) with { Core = core }))];
}
