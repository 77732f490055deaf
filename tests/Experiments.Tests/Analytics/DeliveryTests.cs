using Jobs.Testing;

namespace Jobs.Experiments.Tests.Events;

public sealed class DeliveryTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Events_arrive_once_and_as_they_were_recorded()
    {
        await using var receiver = await MixpanelReceiver.StartAsync();
        await using var host = await StartAsync(receiver);
        for (var number = 0; number < 5000; number++) host.Analytics.Track(SomeEvents.Numbered(number));
        await Wait.UntilAsync(() => receiver.Taken.Count == 5000);
        Assert.Equal(Enumerable.Range(0, 5000), receiver.Taken.Select(taken => SomeEvents.NumberOf(taken.Record)).Order());
        await Wait.UntilAsync(() => host.Metrics is { Queued: 0, Sent: 5000 });
        Assert.All(receiver.BatchSizes, size => Assert.InRange(size, 1, 2000));
    }

    private Task<AnalyticsHost> StartAsync(MixpanelReceiver receiver, Action<MixpanelOptions>? configure = null) =>
        AnalyticsHost.StartAsync(options =>
        {
            (options.ApiHost, options.SpoolFolder) = (receiver.Address.AbsoluteUri, folder);
            (options.FlushSeconds, options.BackOffSeconds, options.BackOffSecondsMax) = (0.1, 0.02, 0.2);
            configure?.Invoke(options);
        });
}
