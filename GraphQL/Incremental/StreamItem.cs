using Jobs.GraphQL.Execution;

namespace Jobs.GraphQL.Incremental;

/// <summary>One item of a streamed list.</summary>
internal sealed class StreamItem(OperationExecution execution, ItemStream stream, int index)
    : IncrementalWork(execution, new ResultTree(execution.Options, stream.Path, index), frame: null)
{
    public ItemStream Stream { get; } = stream;
}
