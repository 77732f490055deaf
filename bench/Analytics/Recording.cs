using BenchmarkDotNet.Attributes;
using Jobs.Experiments;
using Jobs.Persistence;
using Jobs.Testing;

namespace Jobs.AnalyticsBenchmark;

/// <summary>What a request spends on an event: making it and Track, while the writer brings it to a segment.</summary>
public class Recording
{
    // Few enough for the mailbox: with more, what is measured is how quickly it refuses.
    private const int EventsPerInvocation = 4000;
    private static readonly AnalyticsPerson Person = new(Guid.NewGuid(), "0b3a4c6e-1111-4222-8333-944445555666");
    private static readonly DateTimeOffset At = DateTimeOffset.UtcNow;
    private readonly string folder = Directory.CreateTempSubdirectory("jobs-bench-").FullName;
    private readonly TimeSpan rest = TimeSpan.FromMilliseconds(100);
    private AnalyticsHost? host;
    private Analytics? analytics;

    [GlobalSetup]
    public async Task StartAsync()
    {
        host = await AnalyticsHost.StartAsync(options =>
            (options.ApiHost, options.SpoolFolder, options.ShutdownSeconds) = ("http://127.0.0.1:9", folder, 0));
        analytics = host.Analytics;
    }

    [GlobalCleanup]
    public async Task StopAsync()
    {
        Console.WriteLine($"Dropped: {host!.Metrics.Dropped}.");
        await host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    // Between invocations the mailbox is emptied, as it is between requests.
    [IterationSetup]
    public void Rest() => Thread.Sleep(rest);

    [Benchmark(Description = "an ordinary event", OperationsPerInvoke = EventsPerInvocation)]
    public void Ordinary()
    {
        for (var number = 0; number < EventsPerInvocation; number++)
            analytics!.Track(EventCatalogue.ApplicationSubmitted(Person, At, number, number, "convenience_store", true));
    }

    [Benchmark(Description = "an exposure", OperationsPerInvoke = ExposuresPerInvocation)]
    public void Exposure()
    {
        for (var number = 0; number < ExposuresPerInvocation; number++)
            analytics!.Track(EventCatalogue.ExperimentStarted(Person, At, "read-within-a-day", 3, "notice", isQaTester: false));
    }

    private const int ExposuresPerInvocation = 800;

    [Benchmark(Description = "a feed's event", OperationsPerInvoke = EventsPerInvocation)]
    public void Feed()
    {
        for (var number = 0; number < EventsPerInvocation; number++)
            analytics!.Track(EventCatalogue.FeedViewed(Person, At, JobPostSort.Recommended, true, 20, true, false));
    }
}
