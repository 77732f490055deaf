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
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        var cluster = await TestCluster.JoinAsync();
        ConnectionString = new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Database = name }.ConnectionString;
        dataSource = NpgsqlDataSource.Create(ConnectionString);
        opened = await JobsDatabase.OpenAsync(ConnectionString, new() { DataFolder = "", Report = _ => { } });
    }

    public async ValueTask DisposeAsync()
    {
        if (dataSource is null) return;
        if (opened is not null) await opened.DisposeAsync();
        await dataSource.DisposeAsync();
        var name = new NpgsqlConnectionStringBuilder(ConnectionString).Database;
        await ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
    }

    private static async Task ExecuteAsync(string statement)
    {
        var cluster = await TestCluster.JoinAsync();
        await using var connection = new NpgsqlConnection(cluster.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
