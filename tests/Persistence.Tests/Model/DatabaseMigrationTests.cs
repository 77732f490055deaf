using Jobs.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jobs.Persistence.Tests.Model;

/// <summary>Ten instances that start at once on an empty database.</summary>
public sealed class DatabaseMigrationTests : IAsyncLifetime
{
    private readonly string name = $"empty_{Guid.NewGuid():N}";
    private string connectionString = "";

    public async ValueTask InitializeAsync()
    {
        var cluster = await TestCluster.JoinAsync();
        var address = new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Database = name, Pooling = false };
        connectionString = address.ConnectionString;
        await TestCluster.ExecuteAsync($"CREATE DATABASE {name}");
    }

    public async ValueTask DisposeAsync() => await TestCluster.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");

    [Fact]
    public async Task Ten_instances_migrate_one_empty_database_at_once_and_a_later_start_changes_nothing()
    {
        await using var dataSource = NpgsqlDataSource.Create(connectionString);
        var migration = new DatabaseMigration(dataSource, JobsDb.CreateFactory(dataSource));
        Assert.False(await migration.IsUpToDateAsync(TestContext.Current.CancellationToken));

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => MigrateAsync()));

        Assert.True(await migration.IsUpToDateAsync(TestContext.Current.CancellationToken));
        await using var db = JobsDb.CreateFactory(dataSource).CreateDbContext();
        Assert.Equal((long)db.Database.GetMigrations().Count(), await ScalarAsync("SELECT count(*) FROM migrations_history"));
        Assert.Equal(3779L, await ScalarAsync("SELECT count(*) FROM neighborhoods"));

        var rows = await ScalarAsync(RowVersions);
        await MigrateAsync();
        Assert.Equal(rows, await ScalarAsync(RowVersions));
    }

    [Fact]
    public async Task A_start_puts_a_changed_reference_row_right()
    {
        await MigrateAsync();
        await ExecuteAsync("UPDATE job_categories SET name_ko = '커피' WHERE key = 'cafe'");
        await ExecuteAsync("DELETE FROM minimum_wages WHERE effective_from = '2026-01-01'");
        await MigrateAsync();
        Assert.Equal("카페", await ScalarAsync("SELECT name_ko FROM job_categories WHERE key = 'cafe'"));
        Assert.Equal(10_320, await ScalarAsync("SELECT hourly FROM minimum_wages WHERE effective_from = '2026-01-01'"));
    }

    // Every version of every reference row: the transaction that wrote it and its place.
    private const string RowVersions = """
        SELECT md5(string_agg(row, ',' ORDER BY row)) FROM (
            SELECT 'n' || ctid || xmin || xmax AS row FROM neighborhoods
            UNION ALL SELECT 'c' || ctid || xmin || xmax FROM job_categories
            UNION ALL SELECT 'w' || ctid || xmin || xmax FROM minimum_wages) AS rows
        """;

    private async Task MigrateAsync()
    {
        await using var dataSource = NpgsqlDataSource.Create(connectionString);
        await new DatabaseMigration(dataSource, JobsDb.CreateFactory(dataSource)).ApplyAsync(TestContext.Current.CancellationToken);
    }

    private async Task<object?> ScalarAsync(string query)
    {
        await using var dataSource = NpgsqlDataSource.Create(connectionString);
        await using var command = dataSource.CreateCommand(query);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    private async Task ExecuteAsync(string statement)
    {
        await using var dataSource = NpgsqlDataSource.Create(connectionString);
        await using var command = dataSource.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
