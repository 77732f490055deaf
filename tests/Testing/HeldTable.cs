using Npgsql;
using Xunit;

namespace Jobs.Testing;

/// <summary>A lock on a table: whatever reads or writes it waits until it is disposed.</summary>
public sealed class HeldTable : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly NpgsqlConnection _connection;

    private HeldTable(TestDatabase database, NpgsqlConnection connection) => (_database, _connection) = (database, connection);

    public static async Task<HeldTable> TakeAsync(TestDatabase database, string table = "job_posts")
    {
        var connection = await database.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"BEGIN; LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return new HeldTable(database, connection);
    }

    /// <summary>Ends when some statement of the database waits for a lock, or when none does any more.</summary>
    public async Task UntilWaitingAsync(bool expected)
    {
        await using var connection = await _database.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')",
            connection);
        while ((bool)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))! != expected)
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
