using Jobs.Testing;
using Npgsql;

namespace Jobs.Persistence.Tests.Sql;

/// <summary>A lock that statements of a test wait for: they take as long as it is held.</summary>
internal sealed class HeldLock : IAsyncDisposable
{
    public const string Wait = "SELECT '' FROM pg_advisory_xact_lock_shared(20260401)";
    private readonly TestDatabase database;
    private readonly NpgsqlConnection connection;

    private HeldLock(TestDatabase database, NpgsqlConnection connection) =>
        (this.database, this.connection) = (database, connection);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<HeldLock> TakeAsync(TestDatabase database)
    {
        var held = new HeldLock(database, new NpgsqlConnection($"{database.ConnectionString};Pooling=false"));
        await held.connection.OpenAsync(Cancellation);
        await held.ExecuteAsync("SELECT pg_advisory_lock(20260401)");
        return held;
    }

    public Task ReleaseAsync() => ExecuteAsync("SELECT pg_advisory_unlock(20260401)");

    /// <summary>Ends when so many statements wait for it.</summary>
    public async Task UntilWaitingAsync(int statements)
    {
        await using var command = new NpgsqlCommand(
            "SELECT count(*)::int FROM pg_locks WHERE locktype = 'advisory' AND objid = 20260401 AND NOT granted", connection);
        while ((int)(await command.ExecuteScalarAsync(Cancellation))! != statements) Cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Ends the sessions whose statements wait for it, as a server does that goes down. None of them waits any more.</summary>
    /// <remarks>Asked once, but waited for: whoever tries again waits anew.</remarks>
    public Task TerminateWaitingAsync() => ExecuteAsync(
        "SELECT pg_terminate_backend(pid, 300000) FROM pg_locks WHERE locktype = 'advisory' AND objid = 20260401 AND NOT granted");

    /// <summary>Ends every other session of the database.</summary>
    public Task TerminateOthersAsync() => database.EndSessionsAsync(but: connection.ProcessID);

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task ExecuteAsync(string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
