using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Jobs.Experiments;
using Jobs.Testing;

namespace Jobs.AnalyticsBenchmark;

/// <summary>
/// 20,000 events a second recorded for some seconds while a receiver, a process of its own, takes them; with an outage it is
/// away for the middle half of the time, and everything must have arrived in the end.
/// </summary>
internal static class Load
{
    private const int EventsPerSecond = 20_000;
    private const int BurstMax = 2_000;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(5);

    public static async Task RunAsync(int seconds, bool hasOutage)
    {
        var folder = Directory.CreateTempSubdirectory("jobs-load-").FullName;
        var port = FreePort();
        var receiver = Start(port);
        try
        {
            await using var host = await AnalyticsHost.StartAsync(options =>
            {
                (options.ApiHost, options.SpoolFolder) = ($"http://127.0.0.1:{port}/", folder);
                (options.SpoolBytesMax, options.BackOffSecondsMax) = (8L << 30, 4);
            });
            var started = Stopwatch.GetTimestamp();
            var recording = Task.Factory.StartNew(() => Record(host.Analytics, seconds), TaskCreationOptions.LongRunning);
            long queuedMax = 0;
            while (!recording.IsCompleted || host.Metrics.Queued > 0)
            {
                var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
                var isAway = hasOutage && elapsed > seconds * 0.25 && elapsed < seconds * 0.75;
                if (isAway && !receiver.HasExited) receiver.Kill();
                else if (!isAway && receiver.HasExited) receiver = Start(port);
                queuedMax = Math.Max(queuedMax, host.Metrics.Queued);
                if ((int)elapsed % 5 == 0) Report(elapsed, host);
                await Task.Delay(1000);
            }

            var recorded = await recording;
            var total = Stopwatch.GetElapsedTime(started).TotalSeconds;
            Report(total, host);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"""
                {recorded.Count} recorded in {recorded.Seconds:0.0} s: {recorded.Count / recorded.Seconds:0} a second.
                Making an event and Track: {recorded.TrackNs:0} ns, the slowest {recorded.SlowestMs:0.0} ms.
                {host.Metrics.Sent} delivered in {total:0.0} s: {host.Metrics.Sent / total:0} a second; at most {queuedMax} queued.
                {host.Metrics.Dropped} dropped, {host.Metrics.Failed} refused, {recorded.Count - host.Metrics.Sent} lost.
                """));
        }
        finally
        {
            receiver.Kill();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (long Count, double Seconds, double TrackNs, double SlowestMs) Record(Analytics analytics, int seconds)
    {
        var person = new AnalyticsPerson(Guid.NewGuid(), "0b3a4c6e-1111-4222-8333-944445555666");
        var (count, tracking, slowest) = (0L, 0L, 0L);
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) is var elapsed && elapsed.TotalSeconds < seconds)
        {
            var at = DateTimeOffset.UtcNow;
            // After the machine has kept this thread waiting, it catches up in steps: nobody sends 10,000 events at once.
            var due = Math.Min((long)(elapsed.TotalSeconds * EventsPerSecond), count + BurstMax);
            for (; count < due; count++)
            {
                var before = Stopwatch.GetTimestamp();
                analytics.Track(EventCatalogue.ApplicationSubmitted(person, at, count, count, "cafe", hasMessage: true));
                var took = Stopwatch.GetTimestamp() - before;
                tracking += took;
                slowest = Math.Max(slowest, took);
            }

            Thread.Sleep(Tick);
        }

        return (count, Stopwatch.GetElapsedTime(started).TotalSeconds, tracking * 1e9 / Stopwatch.Frequency / count,
            slowest * 1e3 / Stopwatch.Frequency);
    }

    // What is alive, not what waits to be collected: a processor with a large cache lets tens of megabytes of that gather.
    private static void Report(double elapsed, AnalyticsHost host)
    {
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{elapsed,5:0} s: {host.Metrics.Queued,9} queued, {host.Metrics.Sent,9} delivered, spool {Mb(host.Metrics.SpoolBytes)}, "
            + $"heap {Mb(GC.GetTotalMemory(true))}, process {Mb(process.WorkingSet64)}"));
    }

    private static string Mb(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6,6:0.0} MB");

    private static Process Start(int port) => Process.Start(
        Environment.ProcessPath!, ["receive", port.ToString(CultureInfo.InvariantCulture)]);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
