using System.Threading.Channels;
using Npgsql;

namespace Jobs.Persistence.Import;

/// <summary>Stores batches as they come: over two connections, or over one that has an empty board for itself.</summary>
/// <param name="dataSource">A migrated database.</param>
/// <param name="clock">Now.</param>
/// <param name="batches">What to store.</param>
/// <param name="onStored">Told of each batch how many rows it had, how many were new, and how many replaced another.</param>
/// <param name="onMakingIndexes">Told when all rows of a first load are in; the rest takes about as long.</param>
/// <param name="stop">Cancelled when a writer fails: nobody must wait for one that is gone.</param>
internal sealed class BatchWriters(
    NpgsqlDataSource dataSource, TimeProvider clock, ChannelReader<PostBatch> batches,
    Action<int, long, long> onStored, Action onMakingIndexes, CancellationTokenSource stop)
{
    public async Task RunAsync()
    {
        try
        {
            await using var connection = await dataSource.OpenConnectionAsync(stop.Token);
            await using var firstLoad = await FirstLoad.TryBeginAsync(connection, stop.Token);
            if (firstLoad is not null)
            {
                await FillAsync(firstLoad, connection);
                return;
            }
            // Two, because storing a row costs PostgreSQL more than reading it costs us.
            var second = StoreOnAnotherConnectionAsync();
            await Task.WhenAll(StoppingOthersAsync(StoreAsync(connection)), second);
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }

    private async Task FillAsync(FirstLoad load, NpgsqlConnection connection)
    {
        var employers = new EmployerIds(connection, clock);
        await foreach (var batch in batches.ReadAllAsync(stop.Token))
            using (batch)
            {
                await load.StoreAsync(batch, await employers.OfAsync(batch, stop.Token), stop.Token);
                onStored(batch.Count, batch.Count, 0);
            }
        onMakingIndexes();
        // Which rows were the same post as another turns out last.
        onStored(0, -await load.CompleteAsync(stop.Token), 0);
    }

    private Task StoreOnAnotherConnectionAsync() => StoppingOthersAsync(Task.Run(async () =>
    {
        await using var connection = await dataSource.OpenConnectionAsync(stop.Token);
        await StoreAsync(connection);
    }));

    private async Task StoreAsync(NpgsqlConnection connection)
    {
        var employers = new EmployerIds(connection, clock);
        using var staging = new StagingTable(dataSource, connection);
        var upsert = new BatchUpsert(connection);
        await staging.CreateAsync(stop.Token);
        await foreach (var batch in batches.ReadAllAsync(stop.Token))
            using (batch)
            {
                await staging.FillAsync(batch, await employers.OfAsync(batch, stop.Token), stop.Token);
                var (imported, updated) = await upsert.RunAsync(stop.Token);
                onStored(batch.Count, imported, updated);
            }
    }

    private async Task StoppingOthersAsync(Task writer)
    {
        try
        {
            await writer;
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }
}
