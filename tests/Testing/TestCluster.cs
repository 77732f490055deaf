using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Jobs.Persistence.Embedded;
using Npgsql;

namespace Jobs.Testing;

/// <summary>The one PostgreSQL of a test run: every test process of a checkout joins it, the last one to end stops it.</summary>
public static class TestCluster
{
    private static readonly TimeSpan InUseMax = TimeSpan.FromMinutes(2);

    private static readonly Lazy<Task<EmbeddedPostgres>> Started = new(StartAsync);

    public static Task<EmbeddedPostgres> JoinAsync() => Started.Value;

    /// <summary>
    /// Makes, changes or drops a database. PostgreSQL gives up after five seconds if somebody is still connected to it or to its
    /// template: autovacuum, or whoever it has told to go. On a busy machine they need longer.
    /// </summary>
    public static async Task ExecuteAsync(string statement)
    {
        await using var connection = new NpgsqlConnection((await JoinAsync()).ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await command.ExecuteNonQueryAsync();
                return;
            }
            catch (PostgresException e)
                when (e.SqlState == PostgresErrorCodes.ObjectInUse && Stopwatch.GetElapsedTime(started) < InUseMax)
            {
                // Again, and PostgreSQL waits again.
            }
        }
    }

    // Not disposed: a test process leaves the cluster when it exits, whichever class was last.
    private static async Task<EmbeddedPostgres> StartAsync()
    {
        var options = new EmbeddedPostgresOptions
        {
            DataFolder = Folder(),
            IsDurable = false,
            IsTemporary = true,
        };
        return await EmbeddedPostgres.StartAsync(options);
    }

    // Another checkout, another user or other programs mean another cluster.
    private static string Folder()
    {
        var bin = Environment.GetEnvironmentVariable("JOBS_POSTGRES_BIN");
        var key = $"{DataFolder.ProjectRoot(AppContext.BaseDirectory)}\n{Environment.UserName}\n{bin}";
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..12];
        return Path.Combine(Path.GetTempPath(), $"jobs-tests-{name}");
    }
}
