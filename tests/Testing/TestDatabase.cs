using Jobs.Persistence;
using Jobs.Persistence.Embedded;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Jobs.Testing;

/// <summary>A database of its own for a test class, copied from the migrated template; use it as a class fixture.</summary>
public sealed class TestDatabase : IAsyncLifetime
{
    private NpgsqlDataSource? dataSource;
    private IDbContextFactory<JobsDb>? dbFactory;
    private JobsDatabase? opened;

    public string ConnectionString { get; private set; } = "";

    public NpgsqlDataSource DataSource => dataSource ?? throw new InvalidOperationException("InitializeAsync was not called.");

    public IDbContextFactory<JobsDb> DbFactory => dbFactory ??= JobsDb.CreateFactory(DataSource);

    /// <summary>Over connections as the service has them.</summary>
    public RoundTrips RoundTrips => opened!.RoundTrips;

    public async ValueTask InitializeAsync()
    {
        var template = await TestTemplate.GetAsync();
        var name = $"test_{Guid.NewGuid():N}";
        await TestCluster.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        var cluster = await TestCluster.JoinAsync();
        ConnectionString = new NpgsqlConnectionStringBuilder(cluster.ConnectionString)
        {
            Database = name,
            Timeout = 60, // Seconds, of a machine that may be busy with much else.
            CommandTimeout = 300,
        }.ConnectionString;
        dataSource = NpgsqlDataSource.Create(ConnectionString);
        opened = await JobsDatabase.OpenAsync(ConnectionString, new() { DataFolder = "", Report = _ => { } });
    }

    public async ValueTask DisposeAsync()
    {
        if (dataSource is null) return;
        if (opened is not null) await opened.DisposeAsync();
        await dataSource.DisposeAsync();
        var name = new NpgsqlConnectionStringBuilder(ConnectionString).Database;
        await TestCluster.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
    }

    /// <summary>Ends every session of the database, also one that is only just coming: none is left when it returns.</summary>
    /// <param name="but">The process of a session that stays.</param>
    public async Task EndSessionsAsync(int but = 0)
    {
        var cluster = await TestCluster.JoinAsync();
        await using var connection = new NpgsqlConnection(cluster.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var end = new NpgsqlCommand(
            "SELECT count(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity WHERE datname = $1 AND pid <> $2", connection)
        {
            CommandTimeout = 0, // It waits for each.
        };
        end.Parameters.AddWithValue(new NpgsqlConnectionStringBuilder(ConnectionString).Database!);
        end.Parameters.AddWithValue(but);
        while ((long)(await end.ExecuteScalarAsync(TestContext.Current.CancellationToken))! > 0)
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }
}
