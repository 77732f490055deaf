using Npgsql;

namespace Jobs.Persistence;

/// <summary>
/// A session with something in it that outlives a transaction: a setting, a temporary table, LISTEN, a lock. Connections go back
/// to the pool as they are, because undoing what they might have changed costs six statements at their next use.
/// </summary>
public static class ChangedSession
{
    /// <summary>Call it while the connection is still in use: it ends with its return, as all others of the pool do.</summary>
    public static void Discard(NpgsqlDataSource dataSource) => dataSource.Clear();
}
