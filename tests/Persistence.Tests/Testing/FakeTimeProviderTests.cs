using Jobs.Testing;

namespace Jobs.Persistence.Tests.Testing;

public sealed class FakeTimeProviderTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void Timers_fire_at_the_time_they_are_due_and_only_when_the_clock_moves()
    {
        var start = clock.UtcNow;
        var fired = new List<(string Timer, double Seconds)>();
        var two = TimeSpan.FromSeconds(2);
        using var every2 = clock.CreateTimer(_ => Fired("every 2"), null, two, two);
        using var once = clock.CreateTimer(_ => Fired("once"), null, TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);
        Assert.Empty(fired);

        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal([("every 2", 2), ("once", 3), ("every 2", 4)], fired);
        Assert.Equal(start.AddSeconds(5), clock.UtcNow);

        void Fired(string timer) => fired.Add((timer, (clock.UtcNow - start).TotalSeconds));
    }

    [Fact]
    public void It_is_known_when_the_next_delay_or_time_limit_ends()
    {
        var start = clock.UtcNow;
        using var every2 = clock.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
        Assert.Null(clock.NextDue);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30), clock);
        var delay = Task.Delay(TimeSpan.FromSeconds(5), clock, TestContext.Current.CancellationToken);
        Assert.Equal(start.AddSeconds(5), clock.NextDue);
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.True(delay.IsCompleted);
        Assert.Equal(start.AddSeconds(30), clock.NextDue);
        limit.Dispose();
        Assert.Null(clock.NextDue);
    }

    [Fact]
    public async Task A_delay_ends_when_the_clock_is_set_past_it()
    {
        var delay = Task.Delay(TimeSpan.FromHours(1), clock, TestContext.Current.CancellationToken);
        clock.UtcNow += TimeSpan.FromMinutes(59);
        Assert.False(delay.IsCompleted);
        clock.UtcNow += TimeSpan.FromMinutes(1);
        await delay;
    }
}
