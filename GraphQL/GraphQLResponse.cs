using Jobs.GraphQL.Diagnostics;
using Jobs.GraphQL.Execution;
using Jobs.GraphQL.Incremental;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL;

/// <summary>The answer to one request, in as many results as it takes.</summary>
/// <remarks>Whoever writes a result disposes it. Disposing the response ends whatever still runs for it.</remarks>
public sealed class GraphQLResponse : IAsyncDisposable
{
    private readonly IAsyncDisposable? _running;

    internal GraphQLResponse(GraphQLResult initial)
    {
        Initial = initial;
        (OperationName, OperationType) = (initial.OperationName, initial.OperationType);
    }

    internal GraphQLResponse(SubscriptionEvents events, OperationPlan operation)
    {
        (Following, _running) = (events, events);
        (OperationName, OperationType) = (operation.Name, operation.Node.Operation);
    }

    internal GraphQLResponse(GraphQLResult initial, IncrementalResults later)
        : this(initial) => (Following, _running) = (later, later);

    /// <summary>Null exactly if this is a subscription that runs.</summary>
    public GraphQLResult? Initial { get; }

    /// <summary>A subscription's events, or what was deferred and streamed; null if the first result is all.</summary>
    /// <remarks>Enumerated once. Nothing is made before it is asked for, but up to 100 items of a stream.</remarks>
    public IAsyncEnumerable<GraphQLResult>? Following { get; }

    /// <summary>The name of the operation that was chosen; null if it has none or none was chosen.</summary>
    public string? OperationName { get; }

    /// <summary>Null if no operation was chosen.</summary>
    public OperationType? OperationType { get; }

    /// <summary>Told when there is nothing more to come.</summary>
    internal OperationObserver? Observer { get; set; }

    public ValueTask DisposeAsync()
    {
        Observer?.End();
        return _running?.DisposeAsync() ?? default;
    }
}
