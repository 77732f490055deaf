using System.Diagnostics;
using System.Globalization;

namespace Jobs.SubscriptionsBenchmark;

/// <summary>What subscriptions that wait for their first event cost the server in memory.</summary>
public static class IdleSubscriptions
{
    private const string Hour = "subscription { ticks(count: 1, intervalMs: 3600000) }";
    private const int OpenedAtOnce = 50;

    /// <summary>Sockets that open and close beforehand: what the runtime compiles and sets up once is not theirs.</summary>
    private const int WarmUp = 100;

    public static async Task<int> MeasureAsync(Uri address, int process, int sockets, int subscriptionsPerSocket)
    {
        foreach (var socket in await OpenAsync(address, WarmUp, 1)) socket.Dispose();
        var before = ResidentMegabytes(process);
        var opening = Stopwatch.StartNew();
        var open = await OpenAsync(address, sockets, subscriptionsPerSocket);
        var seconds = opening.Elapsed.TotalSeconds;
        var after = ResidentMegabytes(process);
        var total = sockets * subscriptionsPerSocket;
        Console.WriteLine($"{total,8:N0} idle subscriptions over {sockets,6:N0} sockets: {before,6:N1} MB before, {after,6:N1} MB"
            + $" after, {after - before,6:N1} MB growth, {(after - before) * 1024 / total,5:N1} KB each; opened in {seconds:N1} s");
        foreach (var socket in open) socket.Dispose();
        return after - before <= 200 ? 0 : 1;
    }

    private static async Task<IReadOnlyList<SubscribedSocket>> OpenAsync(Uri address, int sockets, int subscriptionsPerSocket)
    {
        var open = new SubscribedSocket[sockets];
        await Parallel.ForAsync(0, sockets, new ParallelOptions { MaxDegreeOfParallelism = OpenedAtOnce },
            async (i, _) => open[i] = await SubscribedSocket.OpenAsync(address, Hour, subscriptionsPerSocket));
        return open;
    }

    private static double ResidentMegabytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
