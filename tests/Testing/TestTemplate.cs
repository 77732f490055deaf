using Jobs.Persistence;
using Jobs.Persistence.Embedded;
using Npgsql;

namespace Jobs.Testing;

/// <summary>The migrated database that every test database is copied from; whichever process needs it first makes it.</summary>
internal static class TestTemplate
{
    private const long AdvisoryLock = 0x4A6F6273; // "Jobs"

    private static readonly Lazy<Task<string>> Created = new(CreateAsync);

    /// <returns>The template's name.</returns>
    public static Task<string> GetAsync() => Created.Value;

    private static async Task<string> CreateAsync()
    {
        var cluster = await TestCluster.JoinAsync();
        // Named after the build of the migrations: a cluster that an aborted run left behind may hold older ones.
        var name = $"template_{typeof(EmbeddedPostgres).Module.ModuleVersionId:N}";
        // Not from the pool, which would keep the lock until the connection is used again.
        var maintenance = new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(maintenance.ConnectionString);
        await connection.OpenAsync();
        await using var turn = new NpgsqlCommand($"SELECT pg_advisory_lock({AdvisoryLock})", connection) { CommandTimeout = 0 };
        await turn.ExecuteNonQueryAsync();

        await using var exists = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection);
        exists.Parameters.AddWithValue(name);
        if (await exists.ExecuteScalarAsync() is not null) return name;

        var unfinished = name + "_new";
        await TestCluster.ExecuteAsync($"DROP DATABASE IF EXISTS {unfinished} WITH (FORCE)");
        await TestCluster.ExecuteAsync($"CREATE DATABASE {unfinished}");
        var address = new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Database = unfinished, Pooling = false };
        await MigrateAsync(address.ConnectionString);
        // Nobody may be connected to a database while it is copied. (Autovacuum may come all the same, and is told to go.)
        await TestCluster.ExecuteAsync($"ALTER DATABASE {unfinished} WITH ALLOW_CONNECTIONS false");
        await TestCluster.ExecuteAsync($"ALTER DATABASE {unfinished} RENAME TO {name}");
        return name;
    }

    private static async Task MigrateAsync(string connectionString)
    {
        await using var dataSource = NpgsqlDataSource.Create(connectionString);
        await new DatabaseMigration(dataSource, JobsDb.CreateFactory(dataSource)).ApplyAsync();
    }
}
