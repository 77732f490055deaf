using Jobs.GraphQL.Execution;

namespace Jobs.GraphQL.Incremental;

/// <summary>A part of a response that is executed by itself: a group of deferred fields, or an item of a streamed list.</summary>
internal abstract class IncrementalWork(OperationExecution execution, ResultTree tree, DeferFrame? frame)
{
    private Executor? _executor;

    /// <summary>The deferred fragments around the part.</summary>
    public DeferFrame? Frame { get; } = frame;

    public ResultTree Tree { get; } = tree;

    public Executor Executor => _executor ??= new Executor(execution, Tree, this);

    public bool IsComplete { get; set; }

    /// <summary>The part may not be null and is; the last error says why.</summary>
    public bool HasFailed => IsComplete && Tree.IsNull;
}
