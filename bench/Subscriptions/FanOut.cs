using System.Diagnostics;

namespace Jobs.SubscriptionsBenchmark;

/// <summary>How long an event takes to everybody: from the moment it is sent off to the last client that has it.</summary>
public static class FanOut
{
    private const string Announced = "subscription { announced }";
    private const int OpenedAtOnce = 50;

    public static async Task<int> MeasureAsync(Uri address, int subscribers, int events)
    {
        var sockets = new SubscribedSocket[subscribers];
        await Parallel.ForAsync(0, subscribers, new ParallelOptions { MaxDegreeOfParallelism = OpenedAtOnce },
            async (i, _) => sockets[i] = await SubscribedSocket.OpenAsync(address, Announced, 1));
        using var publisher = await SubscribedSocket.OpenAsync(address, Announced, 0);
        for (var i = 0; i < events / 5; i++) await AnnounceAsync(publisher, sockets);
        var milliseconds = new double[events];
        for (var i = 0; i < events; i++) milliseconds[i] = await AnnounceAsync(publisher, sockets);
        foreach (var socket in sockets) socket.Dispose();
        Array.Sort(milliseconds);
        Console.WriteLine($"{events,8:N0} events to {subscribers:N0} subscribers, until the last one has it:"
            + $" {milliseconds[events / 2]:N1} ms median, {milliseconds[^1]:N1} ms at most");
        return milliseconds[^1] <= 100 ? 0 : 1;
    }

    private static async Task<double> AnnounceAsync(SubscribedSocket publisher, SubscribedSocket[] sockets)
    {
        var all = Task.WhenAll(sockets.Select(socket => socket.UntilAsync("next")));
        var sent = Stopwatch.StartNew();
        await publisher.SendAsync("""{"id":"p","type":"subscribe","payload":{"query":"mutation { announce(text: \"hello\") }"}}""");
        await all;
        var elapsed = sent.Elapsed.TotalMilliseconds;
        await publisher.UntilAsync("complete");
        return elapsed;
    }
}
