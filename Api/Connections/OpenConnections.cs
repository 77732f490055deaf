using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Jobs.Api.Connections;

/// <summary>All that stays open: one limit, one clock and one end for thousands of connections.</summary>
public sealed class OpenConnections : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<OpenConnection, bool> open = new();
    private readonly int connectionsMax;
    private readonly TimeProvider time;
    private readonly ITimer beat;
    private readonly CancellationToken isStopping;
    private readonly CancellationTokenRegistration stopping;
    private int count;

    public OpenConnections(IOptions<GraphQLOptions> options, TimeProvider time, IHostApplicationLifetime lifetime)
    {
        connectionsMax = options.Value.ConnectionsMax;
        this.time = time;
        // One timer for all: one each would be ten thousand timers that do nothing.
        beat = time.CreateTimer(static self => ((OpenConnections)self!).Tick(), this, Beat, Beat);
        isStopping = lifetime.ApplicationStopping;
        stopping = isStopping.UnsafeRegister(static self => ((OpenConnections)self!).Stop(), this);
    }

    public int Count => Volatile.Read(ref count);

    /// <summary>How many of them are sending. Whoever moves the clock by hand waits for it: it runs for what is under way.</summary>
    internal int SendingCount => open.Count(connection => connection.Key.IsSending);

    /// <summary>
    /// A place for one more connection, until it is disposed; null when there are too many, or the service stops.
    /// </summary>
    public ConnectionPlace? TryTakePlace()
    {
        if (Interlocked.Increment(ref count) <= connectionsMax && !isStopping.IsCancellationRequested)
            return new ConnectionPlace(this);
        Interlocked.Decrement(ref count);
        return null;
    }

    public void Dispose()
    {
        beat.Dispose();
        stopping.Dispose();
    }

    internal void Add(OpenConnection connection)
    {
        open.TryAdd(connection, true);
        if (isStopping.IsCancellationRequested) connection.Stop(); // The list was gone through before it was on it.
    }

    internal void Free(OpenConnection? connection)
    {
        if (connection is not null && open.TryRemove(connection, out _)) connection.End();
        Interlocked.Decrement(ref count);
    }

    private void Tick()
    {
        var now = time.GetUtcNow();
        foreach (var (connection, _) in open) connection.Tick(now);
    }

    private void Stop()
    {
        foreach (var (connection, _) in open) connection.Stop();
    }
}
