using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jobs.Persistence;

/// <summary>What verbs add to the table of trusted documents, and what instances see of it.</summary>
public static class TrustedDocumentRows
{
    /// <summary>Another value means that rows were added or taken away: cheap enough to be asked every few seconds.</summary>
    /// <remarks>Plain SQL, as every start waits for it.</remarks>
    public static async Task<TrustedDocumentState> ReadTrustedDocumentStateAsync(
        this NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand("SELECT count(*)::int, coalesce(max(revision), 0) FROM trusted_documents");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new TrustedDocumentState(reader.GetInt32(0), reader.GetInt64(1));
    }

    /// <summary>All of them in the order in which they were added.</summary>
    public static async Task<IReadOnlyList<TrustedDocument>> ReadTrustedDocumentsAsync(
        this NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var command =
            dataSource.CreateCommand("SELECT id, text, added_at, revision FROM trusted_documents ORDER BY revision");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var documents = new List<TrustedDocument>();
        while (await reader.ReadAsync(cancellationToken)) documents.Add(Read(new RowReader(reader)));
        return documents;
    }

    /// <summary>Adds those that are new, all or none of them. An id never changes its meaning: old clients rely on it.</summary>
    /// <returns>How many were new, or the ids that stand for another text already.</returns>
    public static async Task<(int Added, IReadOnlyList<string> Contradicting)> AddTrustedDocumentsAsync(
        this JobsDb db, IReadOnlyCollection<TrustedDocument> documents, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // One at a time, so that revisions become visible in their order. Readers do not wait.
        await db.Database.ExecuteSqlAsync($"LOCK TABLE trusted_documents IN SHARE ROW EXCLUSIVE MODE", cancellationToken);
        var ids = documents.Select(document => document.Id).ToList();
        var known = await db.TrustedDocuments.AsNoTracking().Where(document => ids.Contains(document.Id))
            .ToDictionaryAsync(document => document.Id, document => document.Text, cancellationToken);
        var contradicting = documents
            .Where(document => known.TryGetValue(document.Id, out var text) && text != document.Text)
            .Select(document => document.Id).ToList();
        if (contradicting.Count > 0) return (0, contradicting);
        var added = documents.Where(document => !known.ContainsKey(document.Id)).ToList();
        db.TrustedDocuments.AddRange(added);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (added.Count, []);
    }

    /// <summary>Notes the day for all of these in one statement. Sorted, so that two instances never wait in a circle.</summary>
    public static Task NoteTrustedDocumentUsesAsync(
        this JobsDb db, IEnumerable<string> ids, DateOnly day, CancellationToken cancellationToken)
    {
        string[] sorted = [.. ids.Order(StringComparer.Ordinal)];
        return db.Database.ExecuteSqlAsync($"""
            INSERT INTO trusted_document_uses (document_id, last_used_on)
            SELECT id, {day} FROM unnest({sorted}) WITH ORDINALITY AS used(id, position) ORDER BY position
            ON CONFLICT (document_id) DO UPDATE SET last_used_on = excluded.last_used_on
            WHERE trusted_document_uses.last_used_on < excluded.last_used_on
            """, cancellationToken);
    }

    // Members are set in the order of the columns.
    private static TrustedDocument Read(RowReader row) => new()
    {
        Id = row.Text(),
        Text = row.Text(),
        AddedAt = row.Instant(),
        Revision = row.Int64(),
    };
}
