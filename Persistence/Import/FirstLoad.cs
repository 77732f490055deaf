using Npgsql;

namespace Jobs.Persistence.Import;

/// <summary>
/// Filling a board that nobody has posted on yet, as PostgreSQL's manual has it: without the indexes and foreign keys that are
/// cheaper to make once than row by row. One transaction; a kill leaves the board as it was.
/// </summary>
/// <remarks>
/// https://www.postgresql.org/docs/current/populate.html. Keys stay, for other tables refer to them. The rest is remembered in
/// PostgreSQL's own words and made again from them, whatever a migration may have added.
/// </remarks>
internal sealed class FirstLoad : IAsyncDisposable
{
    // Nobody reads a board without real posts for long, and one that is busy all the same is loaded in the ordinary way.
    // Longer than PostgreSQL's deadlock_timeout of a second, which is when autovacuum is made to give the table away.
    private const string Lock = "SET LOCAL lock_timeout = '3s'; LOCK TABLE job_posts IN ACCESS EXCLUSIVE MODE";

    private const string IsEmpty = "SELECT NOT EXISTS (SELECT FROM job_posts WHERE origin <> 'SAMPLE')";

    // What making them again will ask for; it must not turn out only when the rows are in.
    private const string IsAllowed =
        """
        SELECT pg_has_role(relowner, 'USAGE') AND has_schema_privilege(relnamespace, 'CREATE') AND NOT EXISTS (
            SELECT FROM pg_constraint
            WHERE conrelid = posts.oid AND contype = 'f' AND NOT has_table_privilege(confrelid, 'REFERENCES'))
        FROM pg_class AS posts WHERE oid = 'job_posts'::regclass
        """;

    private const string Parts =
        """
        SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid) FROM pg_index
        WHERE indrelid = 'job_posts'::regclass AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
        UNION ALL
        SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
            format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
        FROM pg_constraint WHERE conrelid = 'job_posts'::regclass AND contype = 'f'
        """;

    private const string Settings = "SET LOCAL work_mem = '128MB'; SET LOCAL maintenance_work_mem = '256MB'; SET LOCAL jit = off";

    // As BatchUpsert has it: of all rows that are the same post, the newest reading of the newest sighting stays.
    private static readonly string RemoveRepeated =
        $"""
        DELETE FROM job_posts WHERE id IN (
            SELECT id FROM (
                SELECT id, row_number() OVER (PARTITION BY import_source, import_key ORDER BY {BatchUpsert.NewestFirst}) AS place
                FROM job_posts
                JOIN (SELECT import_source, import_key FROM job_posts WHERE import_key IS NOT NULL
                    GROUP BY 1, 2 HAVING count(*) > 1) AS repeated
                    USING (import_source, import_key)) AS sightings
            WHERE place > 1)
        """;

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly List<string> _makings = [];

    private FirstLoad(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        _connection = connection;
        _transaction = transaction;
    }

    /// <returns>Null if this is no first load, or not ours: the board has posts, is busy, or belongs to another role.</returns>
    public static async Task<FirstLoad?> TryBeginAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (!await IsAsync(IsEmpty, connection, cancellationToken) || !await IsAsync(IsAllowed, connection, cancellationToken))
            return null;
        var load = new FirstLoad(connection, await connection.BeginTransactionAsync(cancellationToken));
        try
        {
            await load.ExecuteAsync(Lock, cancellationToken);
            // Asked again: whoever held the table may have filled it.
            if (await IsAsync(IsEmpty, connection, cancellationToken))
            {
                await load.TakeDownAsync(cancellationToken);
                return load;
            }
        }
        catch (PostgresException e)
            when (e.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
        {
            // Somebody is at work on the board.
        }
        await load.DisposeAsync();
        return null;
    }

    /// <summary>Puts a batch onto the board as it is, repeated posts and all.</summary>
    public Task StoreAsync(
        PostBatch batch, IReadOnlyDictionary<string, long> employerIds, CancellationToken cancellationToken) =>
        batch.CopyToAsync("job_posts", employerIds, _connection, cancellationToken);

    /// <summary>Keeps one row of each post, makes again what was taken down, and lets everybody see the posts.</summary>
    /// <returns>How many rows were repeated posts.</returns>
    public async Task<long> CompleteAsync(CancellationToken cancellationToken)
    {
        var repeated = await ExecuteAsync(RemoveRepeated, cancellationToken);
        foreach (var making in _makings) await ExecuteAsync(making, cancellationToken);
        await _transaction.CommitAsync(cancellationToken);
        return repeated;
    }

    public ValueTask DisposeAsync() => _transaction.DisposeAsync();

    private async Task TakeDownAsync(CancellationToken cancellationToken)
    {
        var removals = new List<string>();
        await using (var command = new NpgsqlCommand(Parts, _connection))
        await using (var parts = await command.ExecuteReaderAsync(cancellationToken))
            while (await parts.ReadAsync(cancellationToken))
            {
                removals.Add(parts.GetString(0));
                _makings.Add(parts.GetString(1));
            }
        foreach (var removal in removals) await ExecuteAsync(removal, cancellationToken);
        await ExecuteAsync($"SET LOCAL lock_timeout = DEFAULT; {Settings}", cancellationToken);
    }

    private async Task<long> ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        // An index of millions of posts takes minutes.
        await using var command = new NpgsqlCommand(sql, _connection) { CommandTimeout = 0 };
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<bool> IsAsync(string question, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(question, connection) { CommandTimeout = 0 };
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
