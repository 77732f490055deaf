using System.Buffers;
using Jobs.GraphQL.Cost;
using Jobs.GraphQL.Execution;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.PersistedOperations;
using Jobs.GraphQL.Validation;

namespace Jobs.GraphQL;

/// <summary>Limits and hooks of an engine. Everything that a client sends has a limit with a name.</summary>
public sealed class GraphQLEngineOptions
{
    private ExecutionSlots? _slots;

    /// <summary>How long the execution of one request may take; then it answers with <c>TIMEOUT</c>.</summary>
    public TimeSpan ExecutionTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Operations that are executed at the same time, events of subscriptions included. Others wait in the order in which they
    /// came, and the wait is a part of <see cref="ExecutionTimeout"/>. What is deferred or streamed does not count.
    /// </summary>
    public int MaxConcurrentExecutions { get; init; } = 128;

    /// <summary>Bytes, tokens and nesting that a document may have.</summary>
    public ParserOptions Parser { get; init; } = ParserOptions.Default;

    /// <summary>How much of a document validation looks at, and what its messages may tell.</summary>
    public ValidationOptions Validation { get; init; } = ValidationOptions.Default;

    /// <summary>Fields within fields, with fragments in place.</summary>
    public int MaxDepth { get; init; } = 200;

    /// <summary>Fields that an operation may select, with fragments in place.</summary>
    public int MaxFields { get; init; } = 50_000;

    /// <summary>Fields that an operation may give another name, with fragments in place.</summary>
    public int MaxAliases { get; init; } = 20_000;

    /// <summary>Fields that an operation may have that are not within another one, with fragments in place.</summary>
    public int MaxRootFields { get; init; } = 20_000;

    /// <summary>How deep lists and objects of the variables may be nested.</summary>
    public int MaxVariablesDepth { get; init; } = 200;

    /// <summary>What an operation may cost, computed before it is executed.</summary>
    public CostOptions Cost { get; init; } = new();

    /// <summary>Adds <c>@defer</c> and <c>@stream</c> to a schema that does not define them itself.</summary>
    public bool IncrementalDelivery { get; init; }

    /// <summary>Deferred fragments, groups of their fields and streamed lists of one response; beyond, data comes at once.</summary>
    public int MaxIncrementalParts { get; init; } = 2_000;

    /// <summary>
    /// Values of a response, or of a part that is delivered later: fields, items, and one more for each object and list. Beyond,
    /// the field in which it happens fails with <see cref="ErrorCodes.ResultTooLarge"/>.
    /// </summary>
    public int MaxResultValues { get; init; } = 10_000_000;

    /// <summary>Documents that stay parsed, validated and planned.</summary>
    public int CachedDocuments { get; init; } = 1000;

    /// <summary>Bytes of text that the cached documents may have together; trees and plans take a multiple of it.</summary>
    public long CachedDocumentBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Which documents may be referred to, and whether others are answered at all.</summary>
    public PersistedOperationOptions PersistedOperations { get; init; } = new();

    /// <summary>Sees each execution error before it enters the result and may replace it: the place to mask and to log.</summary>
    public Func<GraphQLError, GraphQLError> ErrorFilter { get; init; } = error => error;

    /// <summary>Asked for by each operation: once they are there, no delegate is made.</summary>
    internal ExecutionSlots Slots => Volatile.Read(ref _slots)
        ?? LazyInitializer.EnsureInitialized(ref _slots, () => new ExecutionSlots(MaxConcurrentExecutions));

    /// <summary>Where the arrays of results come from and go back to.</summary>
    internal ArrayPool<ResultSlot> ResultMemory { get; init; } = ArrayPool<ResultSlot>.Shared;
}
