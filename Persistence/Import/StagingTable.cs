using Npgsql;

namespace Jobs.Persistence.Import;

/// <summary>
/// Where a batch of posts lands by binary COPY before it meets the real tables: private to one connection and not logged.
/// </summary>
internal sealed class StagingTable(NpgsqlDataSource dataSource, NpgsqlConnection connection) : IDisposable
{
    private const string Create =
        $"""
        CREATE TEMP TABLE staged_posts AS SELECT {PostBatch.Columns} FROM job_posts WITH NO DATA;
        -- A batch is small and the tables may be new, unknown to the planner and soon big: every look-up has to use its index.
        SET enable_hashjoin = off; SET enable_mergejoin = off; SET enable_material = off;
        SET enable_bitmapscan = off; SET enable_seqscan = off; SET jit = off;
        -- The trigram index sorts its new entries in larger lots; what is left over, the next autovacuum takes in.
        SET gin_pending_list_limit = '16MB';
        """;

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Create, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public void Dispose() => ChangedSession.Discard(dataSource);

    /// <summary>Replaces whatever the last batch left.</summary>
    public async Task FillAsync(
        PostBatch batch, IReadOnlyDictionary<string, long> employerIds, CancellationToken cancellationToken)
    {
        await using (var truncate = new NpgsqlCommand("TRUNCATE staged_posts", connection))
            await truncate.ExecuteNonQueryAsync(cancellationToken);
        await batch.CopyToAsync("staged_posts", employerIds, connection, cancellationToken);
    }
}
