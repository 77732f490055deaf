using Jobs.Testing;

namespace Jobs.Experiments.Tests.Events;

public sealed class BackOffTests : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
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
        await AskedAsync(receiver);
        var pauseEnds = await PausedAsync(1);
        Assert.Contains("status 429", log.Text, StringComparison.Ordinal);

        time.Advance(TimeSpan.FromSeconds(599));
        Assert.Equal(pauseEnds, time.NextDue); // The sender still waits for that: nothing is on its way either.
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
        await AskedAsync(receiver);
        for (var failure = 1; failure <= 5; failure++) time.UtcNow = await PausedAsync(failure);
        var pauseEnds = await PausedAsync(6);
        Assert.Contains("BrokenCircuit", log.Text, StringComparison.Ordinal);
        Assert.Equal(5, receiver.Requests);
        receiver.Fault = _ => MixpanelFault.None;
        time.UtcNow = pauseEnds;
        time.UtcNow = await PausedAsync(7); // The circuit is open for two of the longest pauses.
        await Wait.UntilAsync(() => receiver.Taken.Count == 1);
    }

    [Fact]
    public async Task Lag_and_age_are_measured_from_the_event()
    {
        await using var receiver = await MixpanelReceiver.StartAsync();
        receiver.Fault = request => request <= 3 ? MixpanelFault.Unavailable : MixpanelFault.None;
        await using var host = await StartAsync(receiver);
        host.Analytics.Track(SomeEvents.Numbered(1, time.UtcNow));
        await AskedAsync(receiver);
        for (var failure = 1; failure <= 2; failure++) time.UtcNow = await PausedAsync(failure);
        var pauseEnds = await PausedAsync(3);
        Assert.InRange(host.Metrics.OldestAge.TotalSeconds, 2, 600);
        Assert.Equal(1, host.Metrics.Queued);
        Assert.True(host.Metrics.SpoolBytes > 100);
        time.UtcNow = pauseEnds;
        await Wait.UntilAsync(() => host.Metrics.Queued == 0);
        await Wait.UntilAsync(() => host.Metrics.OldestAge == TimeSpan.Zero);
    }

    // Moves the clock only while the sender waits for events, and never while a request is under way: that has its limit.
    private Task AskedAsync(MixpanelReceiver receiver) => Wait.UntilAsync(
        () => receiver.Requests == 1,
        () =>
        {
            if (time.NextDue - time.UtcNow <= Look) time.Advance(Look);
        });

    // A pause is announced before it begins; its end is all that the sender waits for then.
    private async Task<DateTimeOffset> PausedAsync(int number)
    {
        await Wait.UntilAsync(
            () => log.Lines.Count(line => line.Contains("Next try in", StringComparison.Ordinal)) == number
                && time.NextDue is not null,
            static () => { }, () => log.Text);
        return time.NextDue!.Value;
    }

    private Task<AnalyticsHost> StartAsync(MixpanelReceiver receiver) => AnalyticsHost.StartAsync(
        options =>
        {
            (options.ApiHost, options.SpoolFolder) = (receiver.Address.AbsoluteUri, folder);
            options.RequestSecondsMax = 300;
        },
        time, log);
}
