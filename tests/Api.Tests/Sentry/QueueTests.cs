using Jobs.Api.Sentry;
using Jobs.Testing;

namespace Jobs.Api.Tests.Sentry;

/// <summary>What waits in memory: bounded for each category, errors first, the oldest given up and counted.</summary>
public sealed class QueueTests : SentryTest
{
    [Fact]
    public async Task Errors_leave_before_everything_else_however_late_they_come()
    {
        await using var host = await StartAsync();
        await HoldAsync(host);
        for (var number = 0; number < 20; number++) host.Client.CheckIn(new SentryCheckIn("sweeper", CheckInStatus.Ok));
        host.Client.CountRequest(SessionStatus.Exited);
        for (var number = 0; number < 5; number++) host.Client.Capture(new SentryEvent());
        Release();
        Assert.True(await FlushAsync(host));
        Assert.Equal(
            [.. Enumerable.Repeat("event", 6), .. Enumerable.Repeat("check_in", 20), "sessions"],
            Receiver.Items.Select(item => item.Type));
    }

    [Fact]
    public async Task A_full_queue_gives_up_the_oldest_of_its_own_category_and_reports_them()
    {
        await using var host = await StartAsync();
        await HoldAsync(host);
        host.Client.CheckIn(new SentryCheckIn("sweeper", CheckInStatus.Ok));
        var events = Enumerable.Range(0, 130).Select(_ => new SentryEvent()).ToList();
        foreach (var captured in events) host.Client.Capture(captured);
        Release();
        Assert.True(await FlushAsync(host));
        Assert.Equal(
            events.TakeLast(100).Select(captured => Hex(captured.Id)),
            Receiver.ItemsOf("event").Skip(1).Select(item => item.Text("event_id")));
        Assert.Single(Receiver.ItemsOf("check_in"));
        Assert.Equal(new Dictionary<string, long> { ["queue_overflow error"] = 30 }, Reported());
    }

    [Fact]
    public async Task However_many_threads_capture_each_event_is_sent_or_reported()
    {
        await using var host = await StartAsync(("ErrorsQueuedMax", "200"));
        Parallel.For(0, 2000, _ => host.Client.Capture(new SentryEvent()));
        Assert.True(await FlushAsync(host));
        var sent = Receiver.ItemsOf("event").Select(item => item.Text("event_id")).ToList();
        Assert.Equal(sent.Count, sent.Distinct().Count());
        Assert.Equal(2000, sent.Count + Reported().GetValueOrDefault("queue_overflow error"));
    }

    private readonly TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // One event is under way, so that everything behind it has to wait.
    private async Task HoldAsync(SentryHost host)
    {
        Receiver.Answer = _ =>
        {
            held.Task.Wait();
            return SentryAnswer.Taken;
        };
        host.Client.Capture(new SentryEvent());
        await Wait.UntilAsync(() => Receiver.Received.Count == 1);
    }

    private void Release() => held.SetResult();
}
