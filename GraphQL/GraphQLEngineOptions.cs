namespace Jobs.GraphQL;

/// <summary>Limits and hooks of an engine. Everything that a client sends has a limit with a name.</summary>
public sealed class GraphQLEngineOptions
{
    /// <summary>How long the execution of one request may take; then it answers with <c>TIMEOUT</c>.</summary>
    public TimeSpan ExecutionTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A document of more bytes is refused before it is parsed.</summary>
    public int MaxDocumentBytes { get; init; } = 128 * 1024;

    /// <summary>Fields within fields, fragments included.</summary>
    public int MaxDepth { get; init; } = 100;

    /// <summary>Documents that stay parsed, validated and planned.</summary>
    public int CachedDocuments { get; init; } = 1000;

    /// <summary>Bytes of text that the cached documents may have together.</summary>
    public long CachedDocumentBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Whether messages may name what the schema has ("Did you mean ...").</summary>
    public bool Suggestions { get; init; } = true;

    /// <summary>Validation stops after this many errors; 0 reports all.</summary>
    public int MaxValidationErrors { get; init; } = 100;

    /// <summary>Sees each execution error before it enters the result, and may replace it: the place to mask and to log.</summary>
    public Func<GraphQLError, GraphQLError> ErrorFilter { get; init; } = error => error;
}
