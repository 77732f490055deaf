using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Jobs.Persistence.Embedded;

/// <summary>
/// A private PostgreSQL: the first user of a data folder starts it, others join it, the last one to leave stops it.
/// A server that a killed service left behind is joined, and stopped in the end, like any other.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const string DatabaseName = "jobs";
    private static readonly TimeSpan TurnTimeout = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan ReadyTimeout = TimeSpan.FromMinutes(2);
    private static readonly Dictionary<string, string> ServiceSettings = new()
    {
        ["shared_buffers"] = "128MB",
        ["max_connections"] = "200",
        ["random_page_cost"] = "1.1",
        ["jit"] = "off", // Statements here run for milliseconds, compiling them takes tens of them.
        // Nobody replicates a private server, and filling an empty board is a tenth faster without what replicas would need.
        ["wal_level"] = "minimal",
        ["max_wal_senders"] = "0",
        ["timezone"] = "UTC",
        ["log_timezone"] = "UTC",
        ["log_checkpoints"] = "off",
    };

    private static readonly Dictionary<string, string> CarelessSettings = new()
    {
        ["fsync"] = "off",
        ["synchronous_commit"] = "off",
        ["full_page_writes"] = "off",
    };

    private readonly bool isTemporary;
    private readonly string? user;
    private readonly PostgresCluster cluster;
    private readonly ClusterUsers users;
    private readonly PostgresPrograms programs;
    private readonly ServerWatch watch;
    private readonly EventHandler onProcessExit;
    private int hasLeft;

    private EmbeddedPostgres(
        PostgresCluster cluster, ClusterUsers users, PostgresPrograms programs, string? user, bool isTemporary,
        string connectionString, ServerWatch watch)
    {
        (this.cluster, this.users, this.programs, this.user, this.isTemporary) = (cluster, users, programs, user, isTemporary);
        this.watch = watch;
        ConnectionString = connectionString;
        // A process that ends without disposing still leaves in order; only kill -9 leaves a server behind.
        onProcessExit = (_, _) => DisposeAsync().AsTask().GetAwaiter().GetResult();
        AppDomain.CurrentDomain.ProcessExit += onProcessExit;
    }

    public string ConnectionString { get; }

    /// <summary>The folder that holds the cluster, its password and its log.</summary>
    public string Folder => cluster.Folder;

    /// <summary>Joins the server of the data folder, creating and starting it first where needed.</summary>
    /// <exception cref="EmbeddedPostgresException">It cannot be had; the message is for the person at the terminal.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(
        EmbeddedPostgresOptions options, CancellationToken cancellationToken = default)
    {
        var folder = PlaceFor(options.DataFolder, options.Report);
        var cluster = new PostgresCluster(folder);
        try
        {
            CreateOwnerOnly(folder);
            await using var turn = await FileLock.AcquireAsync(cluster.LockFile, TurnTimeout, cancellationToken);
            return await JoinAsync(cluster, options, cancellationToken);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new EmbeddedPostgresException(
                $"{folder} belongs to another user: {e.Message} Run the service as that one, or set JOBS_DATA to another folder.",
                e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref hasLeft, 1) == 1) return;
        AppDomain.CurrentDomain.ProcessExit -= onProcessExit;
        await watch.DisposeAsync();
        if (!Directory.Exists(cluster.Folder)) return; // Somebody deleted it; a server without its files ends by itself.
        await using var turn = await FileLock.AcquireAsync(cluster.LockFile, TurnTimeout, CancellationToken.None);
        if (!users.Leave()) return;
        await cluster.StopAsync(programs, user);
        if (isTemporary) cluster.Delete();
    }

    private static async Task<EmbeddedPostgres> JoinAsync(
        PostgresCluster cluster, EmbeddedPostgresOptions options, CancellationToken cancellationToken)
    {
        var programs = await PostgresPrograms.FindAsync(options.BinFolder, cluster.Version, options.Report, cancellationToken);
        var user = await ServerUser.ForAsync(cluster.Data, cancellationToken);
        if (cluster.Version is null) await cluster.CreateAsync(programs, user, options.IsDurable, cancellationToken);

        var users = new ClusterUsers(Path.Combine(cluster.Folder, "users"));
        await ServerUser.GiveAsync(user, [cluster.LockFile, .. users.Join()], cancellationToken);
        try
        {
            var settings = ServiceSettings.Concat(options.IsDurable ? [] : CarelessSettings).ToDictionary();
            foreach (var (name, value) in options.Settings) settings[name] = value;
            var connectionString = await ServeAsync(cancellationToken);
            var watch = new ServerWatch(cluster, ReviveAsync, options.Report);
            return new EmbeddedPostgres(cluster, users, programs, user, options.IsTemporary, connectionString, watch);

            Task<string> ServeAsync(CancellationToken token) =>
                ServedAsync(cluster, () => cluster.StartAsync(programs, user, settings, token), token);

            async Task ReviveAsync(CancellationToken token)
            {
                await using var turn = await FileLock.AcquireAsync(cluster.LockFile, TurnTimeout, token);
                // The address of a socket stays; a port of loopback may have been taken meanwhile.
                if (await ServeAsync(token) != connectionString)
                    throw new EmbeddedPostgresException("It listens at another address now; restart the service.");
            }
        }
        catch
        {
            if (users.Leave() && cluster.IsServed) await cluster.StopAsync(programs, user);
            throw;
        }
    }

    private static async Task<string> ServedAsync(
        PostgresCluster cluster, Func<Task> startAsync, CancellationToken cancellationToken)
    {
        var deadline = Environment.TickCount64 + (long)ReadyTimeout.TotalMilliseconds;
        while (true)
        {
            // Asked again each time: the server found here may be one that is just dying.
            if (!cluster.IsServed) await startAsync();
            if (PostmasterFile.Read(cluster.Data) is not { } server) continue;
            try
            {
                var address = new NpgsqlConnectionStringBuilder
                {
                    Host = server.Host,
                    Port = server.Port,
                    Username = PostgresCluster.Superuser,
                    Password = cluster.Password,
                    Database = DatabaseName,
                };
                await CreateDatabaseAsync(address, cancellationToken);
                return address.ConnectionString;
            }
            catch (NpgsqlException e) when (IsStarting(e) && Environment.TickCount64 < deadline)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
            }
            catch (NpgsqlException e)
            {
                throw new EmbeddedPostgresException(
                    $"A PostgreSQL runs in {cluster.Data}, but it cannot be joined: {e.Message}\n"
                    + $"The end of its log:\n{cluster.LogTail()}",
                    e);
            }
        }
    }

    // No answer at all, or 57P03: the database system is starting up, shutting down or in recovery.
    private static bool IsStarting(NpgsqlException e) =>
        e is not PostgresException || e.SqlState == PostgresErrorCodes.CannotConnectNow;

    private static async Task CreateDatabaseAsync(NpgsqlConnectionStringBuilder address, CancellationToken cancellationToken)
    {
        var maintenance = new NpgsqlConnectionStringBuilder(address.ConnectionString) { Database = "postgres", Pooling = false };
        await using var connection = new NpgsqlConnection(maintenance.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var exists = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection);
        exists.Parameters.AddWithValue(DatabaseName);
        if (await exists.ExecuteScalarAsync(cancellationToken) is not null) return;
        await using var create = new NpgsqlCommand($"CREATE DATABASE {DatabaseName}", connection);
        await create.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Root's server user must get through every folder above the cluster; root's home does not let it.</summary>
    private static string PlaceFor(string dataFolder, Action<string> report)
    {
        var folder = Path.Combine(Path.GetFullPath(dataFolder), "postgres");
        if (!ServerUser.IsRoot || ServerUser.CanReach(folder)) return folder;
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..12];
        var place = Path.Combine("/var/lib/jobs", name, "postgres");
        report($"PostgreSQL does not run as root, and no other user may enter {dataFolder}: its data is in {place}");
        return place;
    }

    private static void CreateOwnerOnly(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
