using System.ComponentModel.DataAnnotations;
using Jobs.Api.Http;
using Jobs.GraphQL;
using Jobs.GraphQL.Cost;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.PersistedOperations;
using Jobs.GraphQL.Validation;

namespace Jobs.Api;

/// <summary>Section <c>GraphQL</c>: how much one request may ask for.</summary>
public sealed class GraphQLOptions
{
    public const string Section = "GraphQL";

    [Range(1_024, 16 * 1_048_576)] public int BodyBytesMax { get; set; } = 262_144;

    /// <summary>Nesting of the JSON of a body, variables included.</summary>
    [Range(8, 256)] public int BodyDepthMax { get; set; } = 64;

    [Range(1_024, 1_048_576)] public int DocumentBytesMax { get; set; } = 131_072;

    [Range(100, 100_000)] public int DocumentTokensMax { get; set; } = 10_000;

    /// <summary>Fields within fields, fragments included. The introspection query of GraphiQL is 15 deep.</summary>
    [Range(5, 100)] public int DocumentDepthMax { get; set; } = 30;

    /// <summary>How deep selections, literals and list types of a document's text may be nested, counted together.</summary>
    [Range(20, 200)] public int DocumentNestingMax { get; set; } = 100;

    /// <summary>Fields that an operation may give another name, fragments included.</summary>
    [Range(1, 20_000)] public int DocumentAliasesMax { get; set; } = 100;

    /// <summary>Fields of an operation that are not within another one, fragments included.</summary>
    [Range(1, 20_000)] public int DocumentRootFieldsMax { get; set; } = 20;

    /// <summary>Directives at one place of a document.</summary>
    [Range(1, 1_000)] public int DirectivesPerLocationMax { get; set; } = 10;

    /// <summary>Lists and input objects within each other, in a literal.</summary>
    [Range(3, 100)] public int LiteralDepthMax { get; set; } = 10;

    /// <summary>Lists and input objects within each other, in a variable.</summary>
    [Range(3, 100)] public int VariablesDepthMax { get; set; } = 10;

    /// <summary>Fields that an operation may select, fragments included.</summary>
    [Range(10, 100_000)] public int DocumentFieldsMax { get; set; } = 5_000;

    /// <summary>Static cost of an operation: the fields that it resolves, by their weights.</summary>
    [Range(1, 1e9)] public double MaxFieldCost { get; set; } = 5_000;

    /// <summary>Static cost of an operation: the values that it answers with, by their weights.</summary>
    [Range(1, 1e9)] public double MaxTypeCost { get; set; } = 5_000;

    [Range(1, 1_000)] public int ValidationErrorsMax { get; set; } = 20;

    /// <summary>Documents that stay parsed, validated and planned.</summary>
    [Range(1, 100_000)] public int CachedDocumentsMax { get; set; } = 1_000;

    [Range(1, 300)] public int ExecutionSecondsMax { get; set; } = 10;

    /// <summary>Operations that are executed at the same time; others wait, which is a part of their time.</summary>
    [Range(1, 100_000)] public int ConcurrentExecutionsMax { get; set; } = 128;

    /// <summary>Values of an answer, or of a part of it: fields, items, and one more for each object and list.</summary>
    [Range(1_000, 50_000_000)] public int ResultValuesMax { get; set; } = 500_000;

    /// <summary>Whether clients may have fragments deferred and lists streamed.</summary>
    public bool IncrementalDelivery { get; set; } = true;

    /// <summary>Deferred fragments, groups of their fields and streamed lists of one answer; beyond, data comes at once.</summary>
    [Range(0, 100_000)] public int IncrementalPartsMax { get; set; } = 1_000;

    /// <summary>Whether the body of a POST may be a list of requests.</summary>
    public bool AllowBatching { get; set; }

    /// <summary>Requests in one such list.</summary>
    [Range(1, 1_000)] public int MaxBatchSize { get; set; } = 10;

    /// <summary>Whether a browser that opens the address gets GraphiQL; null: in Development only.</summary>
    public bool? GraphiQL { get; set; }

    /// <summary>Whether the schema may be asked about itself; null: in Development only.</summary>
    public bool? Introspection { get; set; }

    /// <summary>Whether messages may name what the schema has instead of an unknown name; null: in Development only.</summary>
    public bool? Suggestions { get; set; }

    /// <summary>Origins, beside the service's own, whose pages may read answers and open WebSockets.</summary>
    [Origins] public IReadOnlyList<string> AllowedOrigins { get; set; } = [];

    /// <summary>WebSockets and event streams that may be open at a time.</summary>
    [Range(1, 1_000_000)] public int ConnectionsMax { get; set; } = 20_000;

    /// <summary>Operations under way on one WebSocket.</summary>
    [Range(1, 10_000)] public int OperationsPerConnectionMax { get; set; } = 100;

    /// <summary>How long a WebSocket may stay without connection_init.</summary>
    [Range(1, 300)] public int ConnectionInitSecondsMax { get; set; } = 10;

    /// <summary>After this silence a WebSocket is asked whether anybody is there; after as long again without a word it is cut.</summary>
    [Range(1, 3_600)] public int SocketPingSeconds { get; set; } = 30;

    /// <summary>After this silence an event stream gets an empty comment, so that nobody on the way takes it for dead.</summary>
    [Range(1, 3_600)] public int EventStreamKeepAliveSeconds { get; set; } = 12;

    /// <summary>How long one message to a WebSocket or event stream may wait for a client that does not read.</summary>
    [Range(1, 300)] public int SendSecondsMax { get; set; } = 10;

    public GraphQLEngineOptions ToEngineOptions(bool isDevelopment, PersistedOperationOptions? persisted = null) => new()
    {
        IncrementalDelivery = IncrementalDelivery,
        PersistedOperations = persisted ?? new PersistedOperationOptions(),
        Parser = new ParserOptions
        {
            MaxBytes = DocumentBytesMax,
            MaxTokens = DocumentTokensMax,
            MaxDepth = DocumentNestingMax,
            MaxValueDepth = LiteralDepthMax,
            MaxDirectives = DirectivesPerLocationMax,
        },
        Validation = new ValidationOptions
        {
            MaxErrors = ValidationErrorsMax,
            Introspection = Introspection ?? isDevelopment,
            Suggestions = Suggestions ?? isDevelopment,
        },
        MaxAliases = DocumentAliasesMax,
        MaxRootFields = DocumentRootFieldsMax,
        MaxVariablesDepth = VariablesDepthMax,
        Cost = new CostOptions { MaxFieldCost = MaxFieldCost, MaxTypeCost = MaxTypeCost },
        MaxDepth = DocumentDepthMax,
        MaxFields = DocumentFieldsMax,
        MaxIncrementalParts = IncrementalPartsMax,
        MaxResultValues = ResultValuesMax,
        CachedDocuments = CachedDocumentsMax,
        MaxConcurrentExecutions = ConcurrentExecutionsMax,
        ExecutionTimeout = TimeSpan.FromSeconds(ExecutionSecondsMax),
        ErrorFilter = ErrorPresenter.Present,
    };
}
