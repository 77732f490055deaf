using Jobs.Api.Startup;
using Jobs.GraphQL;
using Jobs.GraphQL.PersistedOperations;
using Microsoft.Extensions.Options;

namespace Jobs.Api.PersistedOperations;

/// <summary>The trusted documents that come with the program: read once, before a database is needed.</summary>
public sealed partial class TrustedDocumentFolder(
    GraphQLEngine engine, IOptions<PersistedOperationsOptions> options, ILogger<TrustedDocumentFolder> logger)
{
    private readonly PersistedOperationsOptions settings = options.Value;

    /// <summary>What the folder lists and fits; none before it is loaded, or if there is no folder.</summary>
    public IReadOnlyList<OperationDocument> Documents { get; private set; } = [];

    /// <exception cref="StartupException">Something in it does not fit; every problem is in the message.</exception>
    public void Load()
    {
        if (settings.Folder is not { } path) return;
        var found = OperationDocumentFiles.Read(path);
        IReadOnlyList<OperationDocumentProblem> problems =
            [.. found.Problems, .. engine.TrustedDocuments.Replace(found.Documents)];
        if (problems.Count > 0 && settings.Strict)
            throw new StartupException(
                $"PersistedOperations:Folder has {problems.Count} problems, and PersistedOperations:Strict is on:"
                + string.Concat(problems.Select(problem => $"{Environment.NewLine}  {problem}")));
        var leftOut = problems.Select(problem => (problem.Origin, problem.Id)).ToHashSet();
        Documents = [.. found.Documents.Where(document => !leftOut.Contains((document.Origin, document.Id)))];
        foreach (var problem in problems) LogLeftOut(logger, problem);
        LogTrusted(logger, engine.TrustedDocuments.Count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} documents of the folder are trusted.")]
    private static partial void LogTrusted(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A trusted document is left out: {Problem}")]
    private static partial void LogLeftOut(ILogger logger, OperationDocumentProblem problem);
}
