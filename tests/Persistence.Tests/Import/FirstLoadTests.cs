using Jobs.Persistence.Import;
using Jobs.Testing;
using Npgsql;

namespace Jobs.Persistence.Tests.Import;

/// <summary>An empty board is filled without indexes and foreign keys, and nobody can tell afterwards.</summary>
public sealed class FirstLoadTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const int BatchRows = 100;
    private const int Rows = 5 * BatchRows;

    // Everything that hangs on the table, in PostgreSQL's own words, and whether it is in force.
    private const string Definitions =
        """
        SELECT concat_ws(' ', indexdef, indisvalid, indisready, indislive, indisunique, indisprimary) FROM pg_indexes
        JOIN pg_index ON indexrelid = indexname::regclass WHERE tablename = 'job_posts'
        UNION ALL
        SELECT concat_ws(' ', conname, contype, convalidated, condeferrable, pg_get_constraintdef(oid)) FROM pg_constraint
        WHERE 'job_posts'::regclass IN (conrelid, confrelid)
        UNION ALL
        SELECT concat_ws(' ', tgfoid::regproc, tgtype, tgenabled, tgconstrrelid::regclass, count(*)) FROM pg_trigger
        WHERE tgrelid = 'job_posts'::regclass GROUP BY tgfoid, tgtype, tgenabled, tgconstrrelid
        ORDER BY 1
        """;

    // Held for as long as a first load runs; no connection but that one's sees the table meanwhile.
    private const string LockedTables =
        """
        SELECT relation::regclass::text FROM pg_locks
        WHERE mode = 'AccessExclusiveLock' AND relation = 'job_posts'::regclass
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        """;

    private readonly SourceFiles _files = new();
    private readonly FakeTimeProvider _clock = new();

    public async ValueTask InitializeAsync() => await ImportedRows.ClearAsync(database.DataSource);

    public ValueTask DisposeAsync()
    {
        _files.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Afterwards_every_index_and_constraint_is_there_as_before()
    {
        var before = await LinesAsync(Definitions);
        List<string>? locked = null;
        await ImportAsync(_files.Write("a.csv", Many()), _ => locked ??= LinesAsync(LockedTables).GetAwaiter().GetResult());

        Assert.Equal(["job_posts"], locked!);
        Assert.Contains(before, line => line.Contains("gin_trgm_ops", StringComparison.Ordinal));
        Assert.Contains(before, line => line.Contains("fk_job_posts_employer_id", StringComparison.Ordinal));
        Assert.Equal(before, await LinesAsync(Definitions));
        Assert.Equal(Rows, (await ImportedRows.ReadAsync(database.DataSource)).Count);
    }

    [Fact]
    public async Task Killed_in_the_middle_it_leaves_the_board_as_it_was_and_can_be_repeated()
    {
        var path = _files.Write("a.csv", Many());
        var before = await LinesAsync(Definitions);
        await Assert.ThrowsAnyAsync<NpgsqlException>(
            () => ImportAsync(path, _ => ImportedRows.KillConnections(database.ConnectionString)));
        database.DataSource.Clear();

        Assert.Equal(before, await LinesAsync(Definitions));
        Assert.Empty(await ImportedRows.ReadAsync(database.DataSource));
        Assert.Equal(Rows, (await ImportAsync(path)).Imported);
    }

    [Fact]
    public async Task Cancelled_in_the_middle_it_leaves_the_board_as_it_was()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var before = await LinesAsync(Definitions);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => ImportAsync(_files.Write("a.csv", Many()), _ => cancel.Cancel(), cancel.Token));

        Assert.Equal(before, await LinesAsync(Definitions));
        Assert.Empty(await ImportedRows.ReadAsync(database.DataSource));
    }

    [Fact]
    public async Task A_board_with_posts_stays_open_to_everybody_and_ends_in_the_same_rows()
    {
        var path = _files.Write("a.csv", Many());
        await ImportAsync(path);
        var clean = await ImportedRows.ReadAsync(database.DataSource);
        await ImportedRows.ClearAsync(database.DataSource);
        await ImportAsync(_files.Write("one.csv", Many().Take(2)));
        List<string>? locked = null;
        await ImportAsync(path, _ => locked ??= LinesAsync(LockedTables).GetAwaiter().GetResult());

        Assert.Empty(locked!);
        Assert.Equal(clean, await ImportedRows.ReadAsync(database.DataSource));
    }

    [Fact]
    public async Task A_board_of_sample_posts_is_filled_like_an_empty_one_and_keeps_them()
    {
        await ImportAsync(_files.Write("one.csv", Many().Take(2)));
        await ExecuteAsync("UPDATE job_posts SET origin = 'SAMPLE', import_source = NULL, import_key = NULL");
        List<string>? locked = null;
        var report = await ImportAsync(
            _files.Write("a.csv", Many()), _ => locked ??= LinesAsync(LockedTables).GetAwaiter().GetResult());

        Assert.Equal(["job_posts"], locked!);
        Assert.Equal(Rows, report.Imported);
        Assert.Equal([$"IMPORT {Rows}", "SAMPLE 1"], await LinesAsync(
            "SELECT concat_ws(' ', origin, count(*)) FROM job_posts GROUP BY origin ORDER BY origin"));
    }

    [Fact]
    public async Task Of_rows_that_are_the_same_post_the_newest_sighting_stays_and_the_others_count_as_unchanged()
    {
        var rows = Many().ToList();
        var later = rows[^1].Replace("2021-", "2022-", StringComparison.Ordinal);
        var report = await ImportAsync(_files.Write("a.csv", [.. rows, .. rows.Skip(1), later]));

        Assert.Equal((2 * Rows + 1, Rows, 0, Rows + 1), (report.Read, report.Imported, report.Updated, report.Unchanged));
        Assert.Equal([$"2021 {Rows - 1}", "2022 1"], await LinesAsync(
            """
            SELECT concat_ws(' ', year, count(*)) FROM job_posts, extract(year FROM published_at) AS year
            GROUP BY year ORDER BY year
            """));
    }

    [Fact]
    public async Task A_board_that_somebody_is_reading_is_filled_in_the_ordinary_way()
    {
        await using var reader = await database.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await reader.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var read = new NpgsqlCommand("SELECT count(*) FROM job_posts", reader, transaction))
            await read.ExecuteScalarAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Rows, (await ImportAsync(_files.Write("a.csv", Many()))).Imported);
    }

    private async Task<ImportFileReport> ImportAsync(
        string path, Action<ImportProgress>? onProgress = null, CancellationToken? cancellationToken = null)
    {
        var progress = onProgress is null ? null : new OnProgress(onProgress);
        var import = new JobPostImport(database.DataSource, _clock, progress, BatchRows);
        return await import.RunAsync(new ImportFile(path), cancellationToken ?? TestContext.Current.CancellationToken);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task<List<string>> LinesAsync(string query)
    {
        await using var command = database.DataSource.CreateCommand(query);
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var lines = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken)) lines.Add(rows.GetString(0));
        return lines;
    }

    private static IEnumerable<string> Many() => [SourceFiles.MergedHeader, .. SourceFiles.ManyMergedRows(Rows)];
}
