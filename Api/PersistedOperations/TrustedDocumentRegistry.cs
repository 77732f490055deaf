using System.Data.Common;
using System.Net.Sockets;
using Jobs.GraphQL;
using Jobs.GraphQL.PersistedOperations;
using Jobs.Persistence;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Jobs.Api.PersistedOperations;

/// <summary>Brings the rows of <c>trusted_documents</c> to the engine, beside the documents of the folder.</summary>
public sealed partial class TrustedDocumentRegistry(
    GraphQLEngine engine, TrustedDocumentFolder folder, IOptions<PersistedOperationsOptions> options,
    NpgsqlDataSource dataSource, ILogger<TrustedDocumentRegistry> logger)
{
    private readonly PersistedOperationsOptions settings = options.Value;
    private TrustedDocumentState? tableState;

    /// <summary>False until the table could be read for the first time, if it is to be read.</summary>
    public bool IsComplete => !settings.Table || tableState is not null;

    /// <summary>Reads the table if it has changed. A row that does not fit is left out: it may be for another version.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (!settings.Table) return;
        try
        {
            var state = await dataSource.ReadTrustedDocumentStateAsync(cancellationToken);
            if (state == tableState) return;
            var problems = engine.TrustedDocuments.Replace([.. folder.Documents, .. await ReadRowsAsync(cancellationToken)]);
            tableState = state; // Rows that were added in between make another state, which is read next time.
            foreach (var problem in problems) LogLeftOut(logger, problem);
            LogTrusted(logger, engine.TrustedDocuments.Count);
        }
        catch (Exception e) when (e is DbException or SocketException or IOException or TimeoutException
            or InvalidOperationException)
        {
            LogUnreadable(logger, e.GetType().Name); // What was trusted before still is; until the first time: not ready.
        }
    }

    /// <summary>Everything that is listed, fitting or not.</summary>
    public async Task<OperationDocuments> ReadAllAsync(CancellationToken cancellationToken)
    {
        var found = settings.Folder is { } path ? OperationDocumentFiles.Read(path) : new OperationDocuments([], []);
        if (!settings.Table) return found;
        return found with { Documents = [.. found.Documents, .. await ReadRowsAsync(cancellationToken)] };
    }

    private async Task<IEnumerable<OperationDocument>> ReadRowsAsync(CancellationToken cancellationToken) =>
        (await dataSource.ReadTrustedDocumentsAsync(cancellationToken)).Select(document => new OperationDocument(
            document.Id, document.Text, $"table, added {document.AddedAt.UtcDateTime:yyyy-MM-dd}"));

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} documents are trusted.")]
    private static partial void LogTrusted(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A trusted document is left out: {Problem}")]
    private static partial void LogLeftOut(ILogger logger, OperationDocumentProblem problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The table of trusted documents cannot be read ({Reason}).")]
    private static partial void LogUnreadable(ILogger logger, string reason);
}
