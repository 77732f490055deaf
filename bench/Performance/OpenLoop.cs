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

    private readonly ConcurrentQueue<Exchange> idle = new();
    private readonly ConcurrentQueue<(int Number, long Due)> late = new();
    private readonly ConcurrentBag<double> milliseconds = [];
    private readonly byte[][] requests = [.. operation.Requests.Select(request => Encode(server, operation, request))];

    /// <summary>Percentiles of the answers' times in milliseconds; the first second does not count.</summary>
    public async Task<(double Median, double P99, int Count)> RunAsync(int seconds)
    {
        var exchanges = new List<Exchange>();
        for (var number = 0; number < Connections; number++) exchanges.Add(await Exchange.ConnectAsync(server.Process.Address));
        foreach (var exchange in exchanges) idle.Enqueue(exchange);
        var sending = new Thread(() => Send(seconds)) { Name = "open loop" };
        sending.Start();
        await Task.Run(sending.Join);
        for (var waited = 0; idle.Count < Connections && waited < 200; waited++) await Task.Delay(50);
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
            if (idle.TryDequeue(out var exchange)) _ = ExchangeAsync(exchange, number, due);
            else late.Enqueue((number, due));
        }
    }

    private async Task ExchangeAsync(Exchange exchange, int number, long due)
    {
        while (true)
        {
            await exchange.SendAsync(requests[number % requests.Length]);
            if (number > perSecond) milliseconds.Add(Stopwatch.GetElapsedTime(due).TotalMilliseconds);
            if (!late.TryDequeue(out var next)) break;
            (number, due) = next;
        }
        idle.Enqueue(exchange);
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
