using System.Data;
using Npgsql;

namespace Jobs.Persistence;

/// <summary>Statements on their way over one connection. One that fails ends none of the others.</summary>
#pragma warning disable CA1001 // A source of cancellation without a timer and without links holds nothing.
internal sealed class RoundTrip(WaitingRead[] reads, bool isSecond = false)
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource unwanted = new();
    private int current;
    private bool wasOpened;
    private bool isConnected;

    /// <summary>Ends when every statement has its rows or its failure, and never fails itself.</summary>
    /// <remarks>Without a connection each goes once more by itself, so that none fails with an exception of another's.</remarks>
    public async Task RunAsync(NpgsqlDataSource dataSource)
    {
        // One failure makes PostgreSQL skip what follows in the round trip, which therefore goes again: it only reads.
        while (Wanted() is { Count: > 0 } wanted)
        {
            try
            {
                await RunAsync(dataSource, wanted);
            }
#pragma warning disable CA1031 // Whatever it is, it is told to those who wait for rows.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                if (isConnected && current < wanted.Count)
                    wanted[current].Fail(exception);
                else if (wanted.Count > 1 || (wasOpened && !isSecond))
                    await Task.WhenAll(wanted.Select(read => new RoundTrip([read], isSecond: true).RunAsync(dataSource)));
                else
                    wanted[0].Fail(exception);
            }
        }
    }

    /// <summary>One of its statements is not waited for any more.</summary>
    public void GiveUp()
    {
        if (Array.TrueForAll(reads, read => read.IsDone)) unwanted.Cancel();
    }

    private List<WaitingRead> Wanted()
    {
        var wanted = new List<WaitingRead>(reads.Length);
        foreach (var read in reads)
            if (read.TryTravel(this)) wanted.Add(read);
        return wanted;
    }

    private async Task RunAsync(NpgsqlDataSource dataSource, List<WaitingRead> wanted)
    {
        (current, wasOpened, isConnected) = (0, false, false);
        await using var connection = await dataSource.OpenConnectionAsync(unwanted.Token);
        wasOpened = true;
        try
        {
            await using var batch = connection.CreateBatch();
            foreach (var read in wanted) batch.BatchCommands.Add(read.Statement.NewCommand());
            await using var cancellation = new BatchCancellation(batch, unwanted.Token);
            await using var rows = await batch.ExecuteReaderAsync(CancellationToken.None);
            do
            {
                while (await rows.ReadAsync(CancellationToken.None)) wanted[current].Take(rows);
                wanted[current++].Complete();
            }
            while (await rows.NextResultAsync(CancellationToken.None));
        }
        finally
        {
            isConnected = (connection.FullState & ConnectionState.Open) != 0;
        }
    }
}
