using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Jobs.Persistence.Embedded;
using Jobs.Testing;
using Npgsql;

namespace Jobs.Persistence.Tests.Embedded;

/// <summary>Each test has a server of its own in an empty folder: how it comes, who uses it, and how it goes.</summary>
public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private EmbeddedPostgresOptions Options => new() { DataFolder = folder.FullPath, IsDurable = false };

    private PostgresCluster Cluster => new(folder.PathOf("postgres"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_first_user_may_leave_while_the_second_works_on()
    {
        var first = await EmbeddedPostgres.StartAsync(Options, Cancellation);
        var server = PostmasterFile.Read(Cluster.Data);
        var second = await EmbeddedPostgres.StartAsync(Options, Cancellation);

        Assert.Equal(first.ConnectionString, second.ConnectionString);
        await first.DisposeAsync();
        await first.DisposeAsync();
        Assert.Equal("1", await AskAsync(second, "SELECT 1"));
        Assert.Equal(server, PostmasterFile.Read(Cluster.Data));

        await second.DisposeAsync();
        Assert.Null(PostmasterFile.Read(Cluster.Data));
        // It deletes its file a moment before it ends.
        await Wait.UntilAsync(() => !server!.IsServing());
    }

    [Fact]
    public async Task Users_that_start_at_once_share_one_server()
    {
        var users = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => EmbeddedPostgres.StartAsync(Options, Cancellation))));
        var starts = await Task.WhenAll(users.Select(user => AskAsync(user, "SELECT pg_postmaster_start_time()")));
        await Task.WhenAll(users.Select(user => user.DisposeAsync().AsTask()));

        Assert.Single(starts.Distinct());
        Assert.Null(PostmasterFile.Read(Cluster.Data));
    }

    [Fact]
    public async Task Data_is_there_after_a_restart()
    {
        await using (var before = await EmbeddedPostgres.StartAsync(Options, Cancellation))
            await AskAsync(before, "CREATE TABLE kept AS SELECT 7 AS answer; SELECT 1");
        await using var after = await EmbeddedPostgres.StartAsync(Options, Cancellation);
        Assert.Equal("7", await AskAsync(after, "SELECT answer FROM kept"));
    }

    [Fact]
    public async Task A_server_that_a_killed_service_left_behind_is_joined_and_stopped_in_the_end()
    {
        await (await EmbeddedPostgres.StartAsync(Options, Cancellation)).DisposeAsync();
        var programs = await PostgresPrograms.FindAsync(Options.BinFolder, Cluster.Version, Options.Report, Cancellation);
        await Cluster.StartAsync(programs, await ServerUser.ForAsync(Cluster.Data, Cancellation), Options.Settings, Cancellation);
        // What kill -9 leaves of a user: a file that nobody holds any more.
        await File.WriteAllTextAsync(folder.PathOf("postgres/users/4194304-dead"), "", Cancellation);
        var orphan = PostmasterFile.Read(Cluster.Data);

        var user = await EmbeddedPostgres.StartAsync(Options, Cancellation);
        Assert.Equal(orphan, PostmasterFile.Read(Cluster.Data));
        await user.DisposeAsync();
        Assert.Null(PostmasterFile.Read(Cluster.Data));
        Assert.Empty(Directory.EnumerateFiles(folder.PathOf("postgres/users")));
    }

    [Fact]
    public async Task A_server_that_is_killed_under_its_users_is_started_again_for_them()
    {
        var reports = new ConcurrentQueue<string>();
        await using var user = await EmbeddedPostgres.StartAsync(
            Options with { IsDurable = true, Report = reports.Enqueue }, Cancellation);
        await AskAsync(user, "CREATE TABLE committed AS SELECT 7 AS answer; SELECT 1");
        using (var process = Process.GetProcessById(PostmasterFile.Read(Cluster.Data)!.ProcessId)) process.Kill();

        // On a busy machine the dead server's processes may outlast the first attempts, and that is reported too.
        await Wait.UntilAsync(() => reports.Contains("The private PostgreSQL had died and was started again."));
        Assert.Equal("7", await AskAsync(user, "SELECT answer FROM committed"));
    }

    [Fact]
    public async Task A_killed_server_is_recovered_with_what_was_committed()
    {
        await using var before = await EmbeddedPostgres.StartAsync(Options with { IsDurable = true }, Cancellation);
        await AskAsync(before, "CREATE TABLE committed AS SELECT 7 AS answer; SELECT 1");
        var killed = PostmasterFile.Read(Cluster.Data)!;
        using (var process = Process.GetProcessById(killed.ProcessId)) process.Kill();

        await using var after = await EmbeddedPostgres.StartAsync(Options, Cancellation);
        Assert.NotEqual(killed.ProcessId, PostmasterFile.Read(Cluster.Data)!.ProcessId);
        Assert.Equal("7", await AskAsync(after, "SELECT answer FROM committed"));
    }

    [Fact]
    public async Task A_stale_lock_whose_process_number_another_program_got_is_no_obstacle()
    {
        await (await EmbeddedPostgres.StartAsync(Options, Cancellation)).DisposeAsync();
        var stale = $"{Environment.ProcessId}\n{Cluster.Data}\n1700000000\n5432\n{folder.FullPath}\n\n  1234 0\nready   \n";
        await File.WriteAllTextAsync(PostmasterFile.PathIn(Cluster.Data), stale, Cancellation);

        await using var user = await EmbeddedPostgres.StartAsync(Options, Cancellation);
        Assert.Equal("1", await AskAsync(user, "SELECT 1"));
    }

    [Fact]
    public async Task A_half_made_cluster_is_made_again()
    {
        Directory.CreateDirectory(folder.PathOf("postgres/cluster.new/base"));
        await using var user = await EmbeddedPostgres.StartAsync(Options, Cancellation);
        Assert.Equal("1", await AskAsync(user, "SELECT 1"));
    }

    [Fact]
    public async Task What_is_no_cluster_is_left_as_it_is_and_told_of()
    {
        Directory.CreateDirectory(folder.PathOf("postgres/cluster/base"));
        var problem = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => EmbeddedPostgres.StartAsync(Options, Cancellation));
        Assert.Contains("cluster lacks PG_VERSION", problem.Message, StringComparison.Ordinal);
        Assert.True(Directory.Exists(folder.PathOf("postgres/cluster/base")));
    }

    [Fact]
    public async Task A_temporary_cluster_is_deleted_by_the_last_user()
    {
        var options = Options with { IsTemporary = true };
        var first = await EmbeddedPostgres.StartAsync(options, Cancellation);
        var second = await EmbeddedPostgres.StartAsync(options, Cancellation);
        await first.DisposeAsync();
        Assert.True(Directory.Exists(Cluster.Data));
        await second.DisposeAsync();
        Assert.Equal([Cluster.LockFile], Directory.EnumerateFileSystemEntries(folder.PathOf("postgres")));
    }

    [Fact]
    public async Task A_server_that_does_not_start_shows_the_end_of_its_log()
    {
        await (await EmbeddedPostgres.StartAsync(Options, Cancellation)).DisposeAsync();
        var options = Options with { Settings = new Dictionary<string, string> { ["shared_buffers"] = "many" } };
        var problem = await Assert.ThrowsAsync<EmbeddedPostgresException>(
            () => EmbeddedPostgres.StartAsync(options, Cancellation));
        Assert.Contains("invalid value for parameter \"shared_buffers\": \"many\"", problem.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(folder.PathOf("postgres/users")));
    }

    internal static async Task<string?> AskAsync(EmbeddedPostgres server, string query)
    {
        var address = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(query, connection);
        return Convert.ToString(await command.ExecuteScalarAsync(Cancellation), CultureInfo.InvariantCulture);
    }
}
