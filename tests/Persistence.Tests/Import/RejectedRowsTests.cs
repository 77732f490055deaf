using Jobs.Persistence.Import;
using Jobs.Testing;

namespace Jobs.Persistence.Tests.Import;

/// <summary>Rows that did not become posts are kept beside their file, each with its reason.</summary>
public sealed class RejectedRowsTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Good = "서울 중구,조약돌카페 명동점,09:00~18:00,\"시급9,000\",1분전";

    private readonly SourceFiles _files = new();

    public async ValueTask InitializeAsync() => await ImportedRows.ClearAsync(database.DataSource);

    public ValueTask DisposeAsync()
    {
        _files.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Each_rejected_row_stands_in_the_file_with_its_reason_first()
    {
        var path = _files.Write("a.csv",
            [
                SourceFiles.BrandHeader, Good, "전국 전체,\"조약돌, 본사\",09:00~18:00,\"시급9,000\",1분전", "서울 중구,조약돌,열 시부터,\"시급9,000\",",
                "서울 중구,\"조약돌,09:00~18:00", "서울 중구,조약돌",
            ], SourceFiles.Cp949);

        var report = await ImportAsync(path);

        Assert.Equal(path + ".rejected.csv", report.RejectedPath);
        Assert.Equal((5L, 1L, 4L), (report.Read, report.Imported, report.Rejected.Values.Sum()));
        Assert.Equal(
            "reason,place,title,time,pay,date\r\n"
            + "PLACE_NATIONWIDE,전국 전체,\"조약돌, 본사\",09:00~18:00,\"시급9,000\",1분전\r\n"
            + "TIME_UNREADABLE,서울 중구,조약돌,열 시부터,\"시급9,000\",\r\n"
            + "QUOTES_BROKEN,\"서울 중구,\"\"조약돌,09:00~18:00\"\r\n"
            + "COLUMN_COUNT_WRONG,서울 중구,조약돌\r\n",
            await File.ReadAllTextAsync(report.RejectedPath!, TestContext.Current.CancellationToken));
        var bytes = await File.ReadAllBytesAsync(report.RejectedPath!, TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
    }

    [Fact]
    public async Task A_run_without_rejected_rows_leaves_no_file()
    {
        var path = _files.Write("a.csv", [SourceFiles.BrandHeader, "전국 전체,조약돌,09:00~18:00,\"시급9,000\",1분전"]);
        await ImportAsync(path);
        Assert.True(File.Exists(path + ".rejected.csv"));
        _files.Write("a.csv", [SourceFiles.BrandHeader, Good]);

        var report = await ImportAsync(path);

        Assert.Null(report.RejectedPath);
        Assert.Equal([path], Directory.GetFiles(_files.Folder));
    }

    [Fact]
    public async Task The_folder_of_the_file_is_left_alone_where_nobody_may_write()
    {
        if (OperatingSystem.IsWindows()) return; // No write bits to take away there.
        var path = _files.Write("a.csv", [SourceFiles.BrandHeader, "전국 전체,조약돌,09:00~18:00,\"시급9,000\",1분전"]);
        var mode = File.GetUnixFileMode(_files.Folder);
        File.SetUnixFileMode(_files.Folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        string? rejectedPath = null;
        try
        {
            rejectedPath = (await ImportAsync(path)).RejectedPath;
            Assert.Equal(Path.Combine(Environment.CurrentDirectory, "a.csv.rejected.csv"), rejectedPath);
        }
        finally
        {
            File.SetUnixFileMode(_files.Folder, mode);
            if (rejectedPath is not null) File.Delete(rejectedPath);
        }
    }

    private async Task<ImportFileReport> ImportAsync(string path)
    {
        var report = await JobPostImport.RunAsync([new ImportFile(path)], database.DataSource, new FakeTimeProvider(),
            cancellationToken: TestContext.Current.CancellationToken);
        return Assert.Single(report.Files);
    }
}
