using Jobs.GraphQL.Execution;

namespace Jobs.GraphQL.Incremental;

/// <summary>Deferred fields of one object that are executed together, because the same fragments wait for them.</summary>
internal sealed class ExecutionGroup : IncrementalWork
{
    private readonly PlannedGroup _planned;
    private readonly object? _parent;
    private bool _isStarted;

    public ExecutionGroup(
        OperationExecution execution, PlannedGroup planned, DeferFrame frame, object? parent, IReadOnlyList<object> path)
        : base(execution, new ResultTree(execution.Options, path), frame)
    {
        (_planned, _parent, Path) = (planned, parent, path);
        Fragments = [.. planned.Defers.Select(frame.Find)];
    }

    public IReadOnlyList<DeferredFragment> Fragments { get; }

    public IReadOnlyList<object> Path { get; }

    /// <summary>Lists beneath that are streamed, once the first fragment with the group is delivered.</summary>
    public List<ItemStream> Streams { get; } = [];

    /// <summary>True once its fields are delivered, or nobody waits for them any more.</summary>
    public bool IsRemoved { get; private set; }

    /// <summary>Executes the fields, once. False if that was done before.</summary>
    public bool TryStart()
    {
        if (_isStarted) return false;
        _isStarted = true;
        Executor.ExecuteGroup(_planned, _parent);
        return true;
    }

    /// <summary>Nobody waits for it any more: what it has is given back, and what it waits for is of no interest.</summary>
    public void Remove()
    {
        if (IsRemoved) return;
        IsRemoved = true;
        foreach (var stream in Streams)
            stream.Release();
        Executor.Discard();
    }

    /// <summary>Its fields go to the client, and their memory with them.</summary>
    public void Deliver() => IsRemoved = true;
}
