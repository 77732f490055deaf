using Jobs.Testing;

namespace Jobs.Experiments.Tests.Events;

public sealed class BackOffTests : IDisposable
{
    private readonly Folder folder = new();
    private readonly FakeTimeProvider time = new();
    private readonly LoggedLines log = new();

    public void Dispose()
    {
        log.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData(0, null, 0, 3)]
    [InlineData(0, null, 1, 7)]
    [InlineData(1, null, 0, 5)]
    [InlineData(4, null, 0, 33)]
    [InlineData(5, null, 1, 65)]
    [InlineData(1000, null, 0, 61)]
    [InlineData(0, 120, 0, 121)]
    [InlineData(5, 1, 0, 61)]
    [InlineData(0, 100_000, 0, 3601)]
    public void Pauses_double_to_a_minute_mind_Retry_After_and_differ_by_one_to_five_seconds(
        int attempt, int? retryAfterSeconds, double chance, double expectedSeconds) =>
        Assert.Equal(expectedSeconds, BackOff.Pause(
            new MixpanelOptions(), attempt,
            retryAfterSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null, chance).TotalSeconds);

    [Fact]
    public async Task Nothing_is_asked_before_the_receiver_wants_it()
    {
        await using var receiver = await MixpanelReceiver.StartAsync();
        receiver.RetryAfterSeconds = 600;
        receiver.Fault = request => request == 1 ? MixpanelFault.TooMany : MixpanelFault.None;
        await using var host = await StartAsync(receiver);
        host.Analytics.Track(SomeEvents.Numbered(1));
        await Wait.UntilAsync(() => receiver.Requests == 1, time, TimeSpan.FromSeconds(1));
        await Wait.UntilAsync(() => log.Text.Contains("status 429", StringComparison.Ordinal));
        await Task.Delay(200, TestContext.Current.CancellationToken); // The pause begins after it is announced.

        time.Advance(TimeSpan.FromSeconds(599));
        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.Equal(1, receiver.Requests);
        time.Advance(TimeSpan.FromSeconds(7));
        await Wait.UntilAsync(() => receiver.Taken.Count == 1);
    }

    [Fact]
    public async Task After_five_failures_in_a_row_the_circuit_opens()
    {
        await using var receiver = await MixpanelReceiver.StartAsync();
        receiver.Fault = _ => MixpanelFault.Unavailable;
        await using var host = await StartAsync(receiver);
        host.Analytics.Track(SomeEvents.Numbered(1));
        await Wait.UntilAsync(
            () => log.Text.Contains("BrokenCircuit", StringComparison.Ordinal), time, TimeSpan.FromMilliseconds(500),
            () => log.Text);
        Assert.Equal(5, receiver.Requests);
        receiver.Fault = _ => MixpanelFault.None;
        await Wait.UntilAsync(() => receiver.Taken.Count == 1, time, TimeSpan.FromMilliseconds(500));
    }

    [Fact]
    public async Task Lag_and_age_are_measured_from_the_event()
    {
        await using var receiver = await MixpanelReceiver.StartAsync();
        receiver.Fault = request => request <= 3 ? MixpanelFault.Unavailable : MixpanelFault.None;
        await using var host = await StartAsync(receiver);
        host.Analytics.Track(SomeEvents.Numbered(1, time.UtcNow));
        await Wait.UntilAsync(() => receiver.Requests == 3, time, TimeSpan.FromMilliseconds(500));
        Assert.InRange(host.Metrics.OldestAge.TotalSeconds, 2, 600);
        Assert.Equal(1, host.Metrics.Queued);
        Assert.True(host.Metrics.SpoolBytes > 100);
        await Wait.UntilAsync(() => host.Metrics.Queued == 0, time, TimeSpan.FromMilliseconds(500));
        await Wait.UntilAsync(() => host.Metrics.OldestAge == TimeSpan.Zero, time, TimeSpan.FromMilliseconds(500));
    }

    private Task<AnalyticsHost> StartAsync(MixpanelReceiver receiver) => AnalyticsHost.StartAsync(
        options =>
        {
            (options.ApiHost, options.SpoolFolder) = (receiver.Address.AbsoluteUri, folder);
            options.RequestSecondsMax = 300;
        },
        time, log);
}
