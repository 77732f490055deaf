using System.Globalization;
using Npgsql;

namespace Jobs.Persistence;

/// <summary>Applications that are stored together: one transaction, one round trip.</summary>
/// <remarks>
/// The locks are those of <see cref="RowLocks"/>, in their order: the persons by id, then the posts by id, so that no two trips
/// wait for each other.
/// </remarks>
internal static class ApplicationTrip
{
    /// <summary>How long a transaction without patience waits for each row that somebody holds.</summary>
    /// <remarks>
    /// Far below PostgreSQL's <c>deadlock_timeout</c>, a second: with writers that hold several posts in another order, such as an
    /// import, it gives way before there is a deadlock.
    /// </remarks>
    private const int LockMilliseconds = 10;

    private const int SecondsMax = 2; // Of one that nobody can give up, or connections that died unheard hold everybody up.

    private static readonly string SetLockTimeout =
        string.Create(CultureInfo.InvariantCulture, $"SET LOCAL lock_timeout = {LockMilliseconds}");

    /// <returns>Their ids, in their order; null: something stood against it.</returns>
    /// <exception cref="PostgresException">
    /// One of them failed, or (<see cref="PostgresErrorCodes.LockNotAvailable"/>) would have to wait. None is stored.
    /// </exception>
    /// <exception cref="NpgsqlException">There is no connection, or it broke. All are stored, or none.</exception>
    public static async Task<IReadOnlyList<long?>> StoreAsync(
        NpgsqlDataSource dataSource, IReadOnlyList<WaitingApplication> applications, bool isPatient,
        CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var batch = connection.CreateBatch();
        batch.Timeout = cancellationToken.CanBeCanceled ? 0 : SecondsMax; // 0: until it is given up.
        batch.BatchCommands.Add(new NpgsqlBatchCommand("BEGIN ISOLATION LEVEL READ COMMITTED"));
        if (!isPatient) batch.BatchCommands.Add(new NpgsqlBatchCommand(SetLockTimeout));
        // A statement of its own: what a person did while this one waited for the lock, the next ones see.
        var users = new SqlConditions();
        users.AddIsAny("id", [.. applications.Select(application => application.UserId)]);
        batch.BatchCommands.Add(users.BatchCommand(
            new SqlText().Add($"SELECT FROM users WHERE {users} ORDER BY id FOR NO KEY UPDATE").End()));
        var ids = new long?[applications.Count];
        var order = Enumerable.Range(0, ids.Length).OrderBy(index => applications[index].JobPostId).ToArray();
        foreach (var index in order) batch.BatchCommands.Add(applications[index].Statement.NewCommand());
        batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));

        await using var cancellation = new BatchCancellation(batch, cancellationToken);
        await using var reader = await batch.ExecuteReaderAsync(CancellationToken.None);
        foreach (var index in order)
        {
            await reader.NextResultAsync(CancellationToken.None);
            ids[index] = await reader.ReadAsync(CancellationToken.None) ? reader.GetInt64(0) : null;
        }
        await reader.NextResultAsync(CancellationToken.None); // To the end of the transaction.
        return ids;
    }
}
