using Jobs.Persistence.Import;
using Jobs.Testing;
using Npgsql;

namespace Jobs.Persistence.Tests.Import;

/// <summary>Whatever happens to an import, the rows end up as one clean run would leave them.</summary>
public sealed class JobPostImportTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const int BatchRows = 100;
    private const int Rows = 10 * BatchRows;
    private const int FewRows = 20;

    private readonly SourceFiles _files = new();
    private readonly FakeTimeProvider _clock = new();

    public async ValueTask InitializeAsync() => await ImportedRows.ClearAsync(database.DataSource);

    public ValueTask DisposeAsync()
    {
        _files.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        var path = _files.Write("a.csv", Few());
        var first = await ImportAsync(path);
        var rows = await VersionedRowsAsync();
        _clock.Advance(TimeSpan.FromDays(1));
        var second = await ImportAsync(path);

        Assert.Equal((20L, 20L, 0L), (first.Read, first.Imported, first.Unchanged));
        Assert.Equal((20L, 0L, 0L, 20L), (second.Read, second.Imported, second.Updated, second.Unchanged));
        Assert.Equal(rows, await VersionedRowsAsync());
    }

    [Fact]
    public async Task A_run_that_is_cancelled_in_the_middle_and_repeated_ends_in_the_rows_of_one_clean_run()
    {
        var path = _files.Write("a.csv", Many());
        await ImportAsync(_files.Write("few.csv", Few())); // A board with posts is filled batch by batch.
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => ImportAsync(path, new OnProgress(_ => cancel.Cancel()), cancel.Token));
        await AssertHalfDoneThenSameAsCleanRunAsync(path);
    }

    [Fact]
    public async Task A_run_whose_connections_are_killed_in_the_middle_and_repeated_ends_in_the_rows_of_one_clean_run()
    {
        var path = _files.Write("a.csv", Many());
        await ImportAsync(_files.Write("few.csv", Few())); // A board with posts is filled batch by batch.
        await Assert.ThrowsAnyAsync<NpgsqlException>(
            () => ImportAsync(path, new OnProgress(_ => ImportedRows.KillConnections(database.ConnectionString))));
        database.DataSource.Clear();
        await AssertHalfDoneThenSameAsCleanRunAsync(path);
    }

    [Fact]
    public async Task Two_imports_of_the_same_file_at_once_end_in_the_rows_of_one()
    {
        var path = _files.Write("a.csv", Many());
        var reports = await Task.WhenAll(ImportAsync(path), ImportAsync(path));

        Assert.Equal(Rows, reports.Sum(report => report.Imported));
        Assert.Equal(Rows, reports.Sum(report => report.Unchanged));
        await AssertSameAsCleanRunAsync(path);
    }

    [Fact]
    public async Task The_newest_sighting_of_a_post_stays_whatever_order_the_files_come_in()
    {
        var older = _files.Write("older.csv", [SourceFiles.MergedHeader, Sighting("2021-04-05T00:00:00Z", "조약돌")]);
        var newer = _files.Write("newer.csv", [SourceFiles.MergedHeader, Sighting("2022-01-17T00:00:00Z", "조약돌푸드")]);

        var updated = (await ImportAsync(older), await ImportAsync(newer)).Item2;
        var rows = await ImportedRows.ReadAsync(database.DataSource);
        await ImportedRows.ClearAsync(database.DataSource);
        var unchanged = (await ImportAsync(newer), await ImportAsync(older)).Item2;

        Assert.Equal((0L, 1L, 0L), (updated.Imported, updated.Updated, updated.Unchanged));
        Assert.Equal((0L, 0L, 1L), (unchanged.Imported, unchanged.Updated, unchanged.Unchanged));
        Assert.Equal(rows, await ImportedRows.ReadAsync(database.DataSource));
        Assert.Contains("조약돌푸드", Assert.Single(rows), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_is_the_same_post_in_a_copy_of_another_encoding_and_format()
    {
        var page = _files.Write("page.csv",
            [SourceFiles.BrandHeader, "서울 강남구, 조약돌카페 역삼점,09:00~18:00,\"시급9,000\",1분전"], SourceFiles.Cp949, "\r\r\n");
        await ImportAsync(_files.Write("merged.csv", [SourceFiles.MergedHeader, Sighting("2022-01-17T00:00:00Z", "조약돌")]));
        var report = await ImportAsync(page, snapshotAt: new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal((0L, 1L), (report.Imported, report.Unchanged));
        Assert.Single(await ImportedRows.ReadAsync(database.DataSource));
    }

    [Fact]
    public async Task A_repeated_row_and_a_repeated_header_are_no_new_posts()
    {
        const string row = "서울 중구,조약돌카페 명동점,09:00~18:00,\"시급9,000\",1분전";
        var report = await ImportAsync(_files.Write("a.csv", [SourceFiles.BrandHeader, row, "", SourceFiles.BrandHeader, row]));

        Assert.Equal((2L, 1L, 1L), (report.Read, report.Imported, report.Unchanged));
    }

    [Fact]
    public async Task A_wage_under_the_minimum_of_its_day_is_imported_as_it_is()
    {
        await ImportAsync(_files.Write("a.csv",
            [SourceFiles.MergedHeader, "a/b,2022-01-17T00:00:00Z,조약돌,서울 중구,조약돌카페 명동점,09:00~18:00,\"시급8,590\",1분전"]));

        var row = Assert.Single(await ImportedRows.ReadAsync(database.DataSource));
        Assert.Contains("\"hourly_equivalent\": 8590", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_number_in_a_title_or_an_address_is_not_stored()
    {
        await ImportAsync(_files.Write("a.csv",
            [SourceFiles.BrandHeader, "서울 중구,조약돌카페 010-1234-5678 연락,09:00~18:00,\"시급9,000\",1분전"]));

        Assert.DoesNotContain("1234", Assert.Single(await ImportedRows.ReadAsync(database.DataSource)), StringComparison.Ordinal);
    }

    private async Task AssertHalfDoneThenSameAsCleanRunAsync(string path)
    {
        Assert.InRange((await ImportedRows.ReadAsync(database.DataSource)).Count, FewRows + 1, Rows - 1);
        var second = await ImportAsync(path);
        Assert.Equal(Rows, second.Imported + second.Unchanged);
        await AssertSameAsCleanRunAsync(path);
    }

    private async Task AssertSameAsCleanRunAsync(string path)
    {
        var rows = await ImportedRows.ReadAsync(database.DataSource);
        await ImportedRows.ClearAsync(database.DataSource);
        await ImportAsync(path);
        var clean = await ImportedRows.ReadAsync(database.DataSource);
        Assert.Equal(Rows, clean.Count);
        Assert.Equal(clean, rows);
    }

    private async Task<ImportFileReport> ImportAsync(string path, IProgress<ImportProgress>? progress = null,
        CancellationToken? cancellationToken = null, DateTimeOffset? snapshotAt = null)
    {
        var import = new JobPostImport(database.DataSource, _clock, progress, BatchRows);
        return await import.RunAsync(
            new ImportFile(path, snapshotAt), cancellationToken ?? TestContext.Current.CancellationToken);
    }

    private async Task<List<string>> VersionedRowsAsync()
    {
        await using var command = database.DataSource.CreateCommand(
            "SELECT to_jsonb(post)::text FROM job_posts AS post ORDER BY id");
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var lines = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken)) lines.Add(rows.GetString(0));
        return lines;
    }

    private static IEnumerable<string> Few() => [SourceFiles.MergedHeader, .. SourceFiles.ManyMergedRows(FewRows)];

    private static IEnumerable<string> Many() => [SourceFiles.MergedHeader, .. SourceFiles.ManyMergedRows(Rows)];

    private static string Sighting(string snapshotAt, string brand) =>
        $"a/b,{snapshotAt},{brand},서울\u00A0강남구, 조약돌카페 역삼점,09:00~18:00,\"시급 9,000\",1분전";
}
