using System.Diagnostics;
using System.Text;
using Jobs.Experiments;
using Jobs.Testing;

namespace Jobs.Faults;

/// <summary>Records events as the service does, with the same classes, until it is killed or its time is over.</summary>
internal static class Recorder
{
    private const int Threads = 2;
    private const int EventsPerSecond = 1000;

    /// <param name="address">The receiver's.</param>
    /// <param name="folder">Where the files of the run are.</param>
    /// <param name="seconds">How long to record; 0: only deliver what is left.</param>
    public static async Task<int> RunAsync(Uri address, string folder, double seconds)
    {
        await using var host = await AnalyticsHost.StartAsync(options =>
        {
            (options.ApiHost, options.SpoolFolder) = (address.AbsoluteUri, Path.Combine(folder, "analytics"));
            // Small and quick, so that kills and faults meet many requests.
            (options.BatchEventsMax, options.FlushSeconds, options.RequestSecondsMax) = (100, 0.05, 0.5);
            (options.BackOffSeconds, options.BackOffSecondsMax) = (0.02, 0.2);
        });
        if (seconds > 0)
        {
            var threads = Enumerable.Range(0, Threads)
                .Select(thread => new Thread(() => Record(host, folder, thread, seconds))).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
        }

        while (host.Metrics.Queued > 0) await Task.Delay(20);
        if (host.Metrics.Dropped > 0) throw new InvalidOperationException($"{host.Metrics.Dropped} events were dropped.");
        return 0;
    }

    // What is in the ledger was recorded: it is written to, unbuffered, after Track has returned.
    private static void Record(AnalyticsHost host, string folder, int thread, double seconds)
    {
        using var ledger = new FileStream(
            Path.Combine(folder, $"ledger-{Environment.ProcessId}-{thread}"),
            FileMode.CreateNew, FileAccess.Write, FileShare.Read, 0);
        var person = new AnalyticsPerson(Guid.NewGuid(), null);
        var started = Stopwatch.GetTimestamp();
        for (var number = 0L; Stopwatch.GetElapsedTime(started).TotalSeconds < seconds; number++)
        {
            var at = DateTimeOffset.UtcNow;
            var recorded = number % 50 == 0
                ? EventCatalogue.ExperimentStarted(new AnalyticsPerson(Guid.NewGuid(), null), at, "faults", 1, "notice", false)
                : EventCatalogue.JobPostViewed(person, at, number, "cafe", Persistence.WageType.Hourly);
            host.Analytics.Track(recorded);
            ledger.Write(Encoding.ASCII.GetBytes($"{recorded.InsertId}\n"));
            while (number > Stopwatch.GetElapsedTime(started).TotalSeconds * EventsPerSecond / Threads) Thread.Sleep(1);
        }
    }
}
