using System.Runtime.Versioning;
using Jobs.Persistence.Embedded;
using Jobs.Testing;
using Npgsql;

namespace Jobs.Persistence.Tests.Embedded;

/// <summary>Who may reach a private PostgreSQL: its owner, on this computer, with its password.</summary>
public sealed class EmbeddedPostgresAccessTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Files_and_socket_are_the_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        var server = await TestCluster.JoinAsync();
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(server.Folder));
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(server.Folder, "cluster")));
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(Path.Combine(server.Folder, "password")));
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(server.Folder, ".s.PGSQL.5432")));
    }

    [Fact]
    public async Task A_socket_is_all_it_listens_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no sockets in folders.");
        var server = await TestCluster.JoinAsync();
        Assert.Equal("", await EmbeddedPostgresTests.AskAsync(server, "SHOW listen_addresses"));
        Assert.Equal(server.Folder, new NpgsqlConnectionStringBuilder(server.ConnectionString).Host);
    }

    [Fact]
    public async Task Where_the_path_is_too_long_for_a_socket_it_listens_on_loopback()
    {
        await using var server = await StartAsync(folder.PathOf(new string('d', 90)));
        Assert.Equal("127.0.0.1", await EmbeddedPostgresTests.AskAsync(server, "SHOW listen_addresses"));
        Assert.Equal("127.0.0.1", new NpgsqlConnectionStringBuilder(server.ConnectionString).Host);
    }

    [Fact]
    public async Task Nobody_gets_in_without_the_password()
    {
        var server = await TestCluster.JoinAsync();
        var stranger = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "guess", Pooling = false };
        await using var connection = new NpgsqlConnection(stranger.ConnectionString);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync(Cancellation));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
        Assert.Equal("scram-sha-256", await EmbeddedPostgresTests.AskAsync(
            server, "SELECT string_agg(DISTINCT auth_method, ' ') FROM pg_hba_file_rules"));
    }

    [Fact]
    public async Task The_server_does_not_run_as_root()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Reads /proc.");
        var server = await TestCluster.JoinAsync();
        var processId = PostmasterFile.Read(Path.Combine(server.Folder, "cluster"))!.ProcessId;
        var status = await File.ReadAllLinesAsync($"/proc/{processId}/status", Cancellation);
        var users = Assert.Single(status, line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1..];
        Assert.Equal(4, users.Length);
        Assert.DoesNotContain("0", users);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Root_puts_data_elsewhere_and_says_so_where_no_other_user_may_enter()
    {
        Assert.SkipUnless(ServerUser.IsRoot, "Only root lends its server to another user.");
        var closed = Directory.CreateDirectory(folder.PathOf("closed"), OwnerOnly | UnixFileMode.UserExecute);
        var reports = new List<string>();
        var options = new EmbeddedPostgresOptions { DataFolder = closed.FullName, IsDurable = false, Report = reports.Add };
        await using (var server = await EmbeddedPostgres.StartAsync(options, Cancellation))
        {
            Assert.Equal("1", await EmbeddedPostgresTests.AskAsync(server, "SELECT 1"));
            Assert.Contains($"its data is in {server.Folder}", Assert.Single(reports), StringComparison.Ordinal);
            reports.Add(server.Folder);
        }
        Directory.Delete(Path.GetDirectoryName(reports[1])!, recursive: true);
    }

    private static Task<EmbeddedPostgres> StartAsync(string dataFolder) =>
        EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataFolder = dataFolder, IsDurable = false }, Cancellation);
}
