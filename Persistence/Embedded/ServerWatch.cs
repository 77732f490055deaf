using System.Net.Sockets;
using Npgsql;

namespace Jobs.Persistence.Embedded;

/// <summary>Looks after a server as long as somebody uses it: one that dies (killed, out of memory) is started again.</summary>
internal sealed class ServerWatch : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource stopping = new();
    private readonly PostgresCluster cluster;
    private readonly Func<CancellationToken, Task> reviveAsync;
    private readonly Action<string> report;
    private readonly Task watching;

    public ServerWatch(PostgresCluster cluster, Func<CancellationToken, Task> reviveAsync, Action<string> report)
    {
        (this.cluster, this.reviveAsync, this.report) = (cluster, reviveAsync, report);
        watching = Task.Run(WatchAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await watching;
        stopping.Dispose();
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping.Token))
                if (IsDead()) await TryReviveAsync();
        }
        catch (OperationCanceledException)
        {
            // The user leaves.
        }
    }

    // What cannot be looked at may live on, for instance while this process has no file left to open. The next look tells.
    private bool IsDead()
    {
        try
        {
            return !cluster.IsServed && Directory.Exists(cluster.Data);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SocketException)
        {
            report($"The private PostgreSQL cannot be looked at: {e.Message}");
            return false;
        }
    }

    private async Task TryReviveAsync()
    {
        try
        {
            await reviveAsync(stopping.Token);
            report("The private PostgreSQL had died and was started again.");
        }
        catch (Exception e)
            when (e is EmbeddedPostgresException or IOException or UnauthorizedAccessException or SocketException or NpgsqlException)
        {
            report($"The private PostgreSQL has died and does not start again yet: {e.Message}");
        }
    }
}
