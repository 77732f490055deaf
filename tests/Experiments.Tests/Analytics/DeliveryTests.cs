using System.Text.Json;
using Jobs.Testing;

namespace Jobs.Experiments.Tests.Events;

/// <summary>Delivery over real sockets to a receiver that misbehaves.</summary>
public sealed class DeliveryTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Events_arrive_once_and_in_batches()
    {
        await using var receiver = await MixpanelReceiver.StartAsync();
        await using var host = await StartAsync(receiver);
        await RecordAsync(host, 5000);
        await UntilDeliveredAsync(host);
        Assert.Equal(Enumerable.Range(0, 5000), receiver.Taken.Select(taken => SomeEvents.NumberOf(taken.Record)).Order());
        Assert.Equal(5000, host.Metrics.Sent);
        Assert.All(receiver.BatchSizes, size => Assert.InRange(size, 1, 2000));
    }

    [Theory]
    [InlineData(MixpanelFault.TooMany)]
    [InlineData(MixpanelFault.Unavailable)]
    [InlineData(MixpanelFault.Hang)]
    [InlineData(MixpanelFault.HalfAnswer)]
    [InlineData(MixpanelFault.TakenThenDropped)]
    [InlineData(MixpanelFault.Reset)]
    public async Task After_trouble_every_event_has_arrived_and_counts_once(MixpanelFault fault)
    {
        await using var receiver = await MixpanelReceiver.StartAsync();
        receiver.Fault = request => request <= 2 ? fault : MixpanelFault.None;
        // One that hangs has to run out of time; the others only must not.
        await using var host = await StartAsync(
            receiver, options => options.RequestSecondsMax = fault == MixpanelFault.Hang ? 5 : 60);
        await RecordAsync(host, 500);
        await UntilDeliveredAsync(host);
        var distinct = receiver.Taken.DistinctBy(taken => (taken.Name, taken.DistinctId, taken.Time, taken.InsertId)).ToList();
        Assert.Equal(500, distinct.Count);
        Assert.Equal(500, receiver.Taken.DistinctBy(taken => taken.InsertId).Count());
        Assert.Equal((500, 0, 0), (host.Metrics.Sent, host.Metrics.Failed, host.Metrics.Dropped));
    }

    [Fact]
    public async Task Of_a_batch_refused_in_part_only_those_refused_become_dead_letters()
    {
        await using var receiver = await MixpanelReceiver.StartAsync();
        receiver.Fault = _ => MixpanelFault.PartlyRefused;
        receiver.IsRefused = received => SomeEvents.NumberOf(received.Record) % 100 == 7;
        var log = new LoggedLines();
        await using var host = await StartAsync(receiver, log: log);
        await RecordAsync(host, 300);
        await UntilDeliveredAsync(host);
        Assert.Equal((297, 3), (host.Metrics.Sent, host.Metrics.Failed));
        Assert.Equal(297, receiver.Taken.Count);
        Assert.Equal([7, 107, 207], DeadLetters());
        Assert.DoesNotContain(SomeEvents.Person.AnalyticsId.ToString(), log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_too_large_is_halved_until_it_fits()
    {
        await using var receiver = await MixpanelReceiver.StartAsync();
        receiver.EventsMax = 30;
        await using var host = await StartAsync(receiver);
        await RecordAsync(host, 200);
        await UntilDeliveredAsync(host);
        Assert.Equal(Enumerable.Range(0, 200), receiver.Taken.Select(taken => SomeEvents.NumberOf(taken.Record)).Order());
    }

    [Fact]
    public async Task What_is_refused_without_a_word_is_found_by_halving()
    {
        await using var receiver = await MixpanelReceiver.StartAsync();
        receiver.Fault = _ => MixpanelFault.UnclearlyRefused;
        await using var host = await StartAsync(receiver);
        await RecordAsync(host, 8);
        await UntilDeliveredAsync(host);
        Assert.Equal(Enumerable.Range(0, 8), DeadLetters());
    }

    [Fact]
    public async Task Refused_credentials_stop_the_delivery_with_an_alarm_and_keep_the_events()
    {
        await using var receiver = await MixpanelReceiver.StartAsync();
        receiver.Fault = _ => MixpanelFault.Unauthorized;
        var log = new LoggedLines();
        await using (var host = await StartAsync(receiver, log: log))
        {
            await RecordAsync(host, 10);
            await Wait.UntilAsync(() => host.Metrics.IsStopped);
            Assert.Equal(1, receiver.Requests);
            Assert.Contains("Critical", log.Text, StringComparison.Ordinal);
        }

        receiver.Fault = _ => MixpanelFault.None;
        await using var better = await StartAsync(receiver);
        await UntilDeliveredAsync(better);
        Assert.Equal(10, receiver.Taken.Count);
    }

    [Fact]
    public async Task A_service_that_stops_sends_what_it_can_and_leaves_the_rest()
    {
        await using var receiver = await MixpanelReceiver.StartAsync();
        await using (var host = await StartAsync(receiver, options => (options.FlushSeconds, options.ShutdownSeconds) = (60, 60)))
            await RecordAsync(host, 300);
        Assert.Equal(300, receiver.Taken.Count);

        // The next one, and no other: it may get there when the service that sent it has long stopped.
        var hanging = receiver.Requests + 1;
        receiver.Fault = request => request == hanging ? MixpanelFault.Hang : MixpanelFault.None;
        var started = TimeProvider.System.GetTimestamp();
        await using (var host = await StartAsync(receiver, options => (options.FlushSeconds, options.ShutdownSeconds) = (60, 1)))
            await RecordAsync(host, 300);
        Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 1, 15);

        await using var next = await StartAsync(receiver);
        await UntilDeliveredAsync(next);
        Assert.Equal(600, receiver.Taken.DistinctBy(taken => taken.InsertId).Count());
    }

    [Fact]
    public async Task What_had_to_be_given_up_is_said_in_the_log()
    {
        await using var receiver = await MixpanelReceiver.StartAsync();
        receiver.Fault = _ => MixpanelFault.Unauthorized;
        var log = new LoggedLines();
        await using (var host = await StartAsync(receiver, options => options.SpoolBytesMax = 1 << 20, log))
        {
            Assert.DoesNotContain("given up", log.Text, StringComparison.Ordinal);
            await RecordAsync(host, 10_000);
            await Wait.UntilAsync(() => host.Metrics.Dropped > 0);
        }

        var line = Assert.Single(log.Lines, line => line.Contains("events were given up in the last minute", StringComparison.Ordinal));
        Assert.Contains("Error Jobs.Experiments.AnalyticsDelivery: ", line, StringComparison.Ordinal);
    }

    private IEnumerable<int> DeadLetters() =>
        File.ReadLines(Directory.GetFiles(folder, "dead-letters.ndjson", SearchOption.AllDirectories).Single())
            .Select(line => SomeEvents.NumberOf(JsonElement.Parse(line).GetProperty("record")));

    private static async Task RecordAsync(AnalyticsHost host, int count)
    {
        for (var number = 0; number < count; number++) host.Analytics.Track(SomeEvents.Numbered(number));
        await Task.Yield();
    }

    private static Task UntilDeliveredAsync(AnalyticsHost host) => Wait.UntilAsync(() => host.Metrics.Queued == 0);

    private Task<AnalyticsHost> StartAsync(
        MixpanelReceiver receiver, Action<MixpanelOptions>? configure = null, LoggedLines? log = null) =>
        AnalyticsHost.StartAsync(
            options =>
            {
                (options.ApiHost, options.SpoolFolder) = (receiver.Address.AbsoluteUri, folder);
                (options.FlushSeconds, options.BackOffSeconds, options.BackOffSecondsMax) = (0.1, 0.02, 0.2);
                configure?.Invoke(options);
            },
            log: log);
}
