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
                if (!cluster.IsServed && Directory.Exists(cluster.Data)) await TryReviveAsync();
        }
        catch (OperationCanceledException)
        {
            // The user leaves.
        }
    }

    private async Task TryReviveAsync()
    {
        try
        {
            await reviveAsync(stopping.Token);
            report("The private PostgreSQL had died and was started again.");
        }
        catch (Exception e) when (e is EmbeddedPostgresException or IOException or UnauthorizedAccessException or NpgsqlException)
        {
            report($"The private PostgreSQL has died and does not start again yet: {e.Message}");
        }
    }
}
