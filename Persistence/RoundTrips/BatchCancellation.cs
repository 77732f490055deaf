using Npgsql;

namespace Jobs.Persistence;

/// <summary>Tells PostgreSQL to stop with statements that nobody wants any more, unless they end by themselves before.</summary>
/// <remarks>
/// Npgsql itself would do that wherever a token is cancelled: it opens a connection there, blocking, and whoever ends the
/// statement meanwhile waits for it, blocking too. Clients that left together took all threads of the pool, for seconds.
/// So Npgsql knows of no token here, what is short is left alone, and a thread of its own waits for what is not.
/// </remarks>
internal sealed class BatchCancellation : IAsyncDisposable
{
    /// <summary>Longer than short statements take; to stop one costs PostgreSQL a process and a connection.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(250);

    private readonly NpgsqlBatch batch;
    private readonly CancellationTokenSource over = new();
    private readonly CancellationTokenRegistration registration;
    private Task stopping = Task.CompletedTask;

    /// <param name="batch">About to be executed.</param>
    /// <param name="unwanted">Nobody wants anything of it any more.</param>
    public BatchCancellation(NpgsqlBatch batch, CancellationToken unwanted)
    {
        this.batch = batch;
        registration = unwanted.UnsafeRegister(static self => ((BatchCancellation)self!).Begin(), this);
    }

    /// <summary>The batch is over. Ends when nothing can hit the connection's next statements any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await registration.DisposeAsync();
        await over.CancelAsync();
        await stopping;
        over.Dispose();
    }

    private void Begin() => stopping = StopAsync();

    private async Task StopAsync()
    {
        await Task.Delay(Grace, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (over.IsCancellationRequested) return;
        await Task.Factory.StartNew(
            batch.Cancel, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default); // A thread of its own.
    }
}
