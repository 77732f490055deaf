using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Jobs.PerformanceBenchmark;

/// <summary>
/// Open load: requests are due at a fixed rate whatever the server does, and each is timed from when it was due, so that one
/// that had to wait for a slow server counts as slow.
/// </summary>
internal sealed partial class OpenLoop(Server server, Operation operation, double perSecond)
{
    private const int Connections = 64;
    private static readonly TimeSpan LastAnswer = TimeSpan.FromSeconds(20);

    private readonly ConcurrentQueue<Exchange> idle = new();
    private readonly ConcurrentQueue<(int Number, long Due)> late = new();
    private readonly ConcurrentBag<double> milliseconds = [];
    private readonly ConcurrentBag<Task> exchanging = [];
    private readonly byte[][] requests = [.. operation.Requests.Select(request => Encode(server, operation, request))];

    /// <summary>Percentiles of the answers' times in milliseconds; the first second does not count.</summary>
    /// <exception cref="InvalidOperationException">An answer was no 200.</exception>
    /// <exception cref="TimeoutException">Some answers do not come.</exception>
    public async Task<(double Median, double P99, int Count)> RunAsync(int seconds)
    {
        var exchanges = new List<Exchange>();
        for (var number = 0; number < Connections; number++) exchanges.Add(await Exchange.ConnectAsync(server.Process.Address));
        foreach (var exchange in exchanges) idle.Enqueue(exchange);
        var sending = new Thread(() => Send(seconds)) { Name = "open loop" };
        sending.Start();
        await Task.Run(sending.Join);
        await Task.WhenAll(exchanging).WaitAsync(LastAnswer); // What broke is told here.
        foreach (var exchange in exchanges) exchange.Dispose();
        var sorted = milliseconds.Order().ToList();
        return (sorted[sorted.Count / 2], sorted[(int)(sorted.Count * 0.99)], sorted.Count);
    }

    private void Send(int seconds)
    {
        var began = Stopwatch.GetTimestamp();
        var count = (int)(perSecond * seconds);
        for (var number = 0; number < count; number++)
        {
            var due = began + (long)(number / perSecond * Stopwatch.Frequency);
            Sleep(due);
            late.Enqueue((number, due));
            if (idle.TryDequeue(out var exchange)) exchanging.Add(ExchangeAsync(exchange));
        }
    }

    private async Task ExchangeAsync(Exchange exchange)
    {
        do
        {
            while (late.TryDequeue(out var next))
            {
                await exchange.SendAsync(requests[next.Number % requests.Length]);
                if (next.Number > perSecond) milliseconds.Add(Stopwatch.GetElapsedTime(next.Due).TotalMilliseconds);
            }
            idle.Enqueue(exchange);
        }
        while (!late.IsEmpty && idle.TryDequeue(out exchange!)); // One that came in between would wait for another to end.
    }

    // Thread.Sleep knows whole milliseconds, and spinning would take a processor from the server.
    private static void Sleep(long due)
    {
        var left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
        if (left <= TimeSpan.Zero) return;
        var time = new TimeSpec { Seconds = 0, Nanoseconds = (nint)Math.Min(left.TotalNanoseconds, 999_999_999) };
        _ = NanoSleep(ref time, 0);
    }

    private static byte[] Encode(Server server, Operation operation, Request request)
    {
        var body = Encoding.UTF8.GetBytes(request.Body);
        var authorization = request.Token is null ? "" : $"Authorization: Bearer {request.Token}\r\n";
        var head = $"POST {server.Path(operation)} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            + $"{authorization}Content-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    [LibraryImport("libc", EntryPoint = "nanosleep")]
    private static partial int NanoSleep(ref TimeSpec time, nint remaining);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
