using System.Data.Common;
using System.Net.Sockets;
using Jobs.GraphQL;
using Jobs.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Api.PersistedOperations;

/// <summary>Writes down on which day each trusted document was last used: at most one row a day, document and instance.</summary>
public sealed class TrustedDocumentUses(GraphQLEngine engine, IDbContextFactory<JobsDb> dbFactory, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Dictionary<string, (long Count, DateOnly Day)> noted = new(StringComparer.Ordinal);

    /// <summary>One call after the other: an earlier one that ends later would know less.</summary>
    public async Task NoteAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await NoteInTurnAsync(cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task NoteInTurnAsync(CancellationToken cancellationToken)
    {
        var today = Seoul.Today(time);
        var used = engine.TrustedDocuments.Uses
            .Where(use => use.Count > 0 && (!noted.TryGetValue(use.Id, out var before) || before.Count != use.Count)).ToList();
        var due = used.Where(use => !noted.TryGetValue(use.Id, out var before) || before.Day != today)
            .Select(use => use.Id).ToList();
        try
        {
            if (due.Count > 0)
            {
                await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
                await db.NoteTrustedDocumentUsesAsync(due, today, cancellationToken);
            }
            foreach (var use in used) noted[use.Id] = (use.Count, today);
        }
        catch (Exception e) when (e is DbException or SocketException or IOException or TimeoutException
            or InvalidOperationException)
        {
            // The database is away or not migrated, which the readiness tells. The next turn writes the same.
        }
    }
}
