using Jobs.Api.Startup;
using Jobs.GraphQL.PersistedOperations;
using Jobs.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Api.PersistedOperations;

/// <summary>How many documents are trusted, and a line for each that was not used for a while.</summary>
public sealed record TrustedDocumentReport(int Total, IReadOnlyList<string> Lines)
{
    /// <summary>Never used first, then by the last day of use.</summary>
    public static async Task<TrustedDocumentReport> ReadAsync(
        IServiceProvider services, int days, CancellationToken cancellationToken)
    {
        var listed = await services.GetRequiredService<TrustedDocumentRegistry>().ReadAllAsync(cancellationToken);
        if (listed.Documents.Count == 0)
            throw new StartupException("No documents are trusted: set PersistedOperations:Folder or PersistedOperations:Table.");
        await using var db = await services.GetRequiredService<IDbContextFactory<JobsDb>>()
            .CreateDbContextAsync(cancellationToken);
        var used = await db.TrustedDocumentUses.AsNoTracking()
            .ToDictionaryAsync(use => use.DocumentId, use => use.LastUsedOn, cancellationToken);
        var documents = listed.Documents.DistinctBy(document => document.Id).ToList();
        var oldest = Seoul.Today(services.GetRequiredService<TimeProvider>()).AddDays(-days);
        return new TrustedDocumentReport(documents.Count,
        [
            .. documents.Select(document => (Document: document, LastUsedOn: LastUse(document.Id)))
                .Where(line => line.LastUsedOn is null || days == 0 || line.LastUsedOn < oldest)
                .OrderBy(line => line.LastUsedOn ?? DateOnly.MinValue).ThenBy(line => line.Document.Id, StringComparer.Ordinal)
                .Select(line => Line(line.Document, line.LastUsedOn)),
        ]);

        DateOnly? LastUse(string id) => used.TryGetValue(id, out var day) ? day : null;
    }

    private static string Line(OperationDocument document, DateOnly? lastUsedOn) =>
        $"{(lastUsedOn is { } day ? $"{day:yyyy-MM-dd}" : "never"),-10}  {OperationName.In(document.Text) ?? "-",-30}  "
        + $"{document.Id}  ({document.Origin})";
}
