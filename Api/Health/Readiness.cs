using System.Data.Common;
using System.Net.Sockets;
using Jobs.Api.PersistedOperations;
using Jobs.Persistence;

namespace Jobs.Api.Health;

/// <summary>
/// Whether the database is reachable and migrated, and what it must give at first is here: looked at once a second, however
/// many load balancers ask.
/// </summary>
public sealed class Readiness(DatabaseMigration migration, TrustedDocumentRegistry trustedDocuments, TimeProvider time)
{
    public const string DatabaseUnreachable = "DATABASE_UNREACHABLE";
    public const string DatabaseNotMigrated = "DATABASE_NOT_MIGRATED";
    public const string TrustedDocumentsNotLoaded = "TRUSTED_DOCUMENTS_NOT_LOADED";
    private static readonly TimeSpan KeepFor = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CheckTimeout = TimeSpan.FromSeconds(2);
    private readonly Lock gate = new();
    private Task<string?>? check;
    private long checkedAt;

    /// <summary>Null if all is well.</summary>
    public Task<string?> ProblemAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (check is null || (check.IsCompleted && time.GetElapsedTime(checkedAt) >= KeepFor))
                (check, checkedAt) = (CheckAsync(), time.GetTimestamp());
            return check.WaitAsync(cancellationToken);
        }
    }

    private async Task<string?> CheckAsync()
    {
        using var timeout = new CancellationTokenSource(CheckTimeout, time);
        try
        {
            if (!await migration.IsUpToDateAsync(timeout.Token)) return DatabaseNotMigrated;
            return trustedDocuments.IsComplete ? null : TrustedDocumentsNotLoaded;
        }
        catch (Exception e) when (e is DbException or SocketException or IOException or TimeoutException
            or OperationCanceledException or InvalidOperationException)
        {
            return DatabaseUnreachable;
        }
    }
}
