using Jobs.GraphQL.Execution;

namespace Jobs.GraphQL.Incremental;

/// <summary>Items of a list that arrive one by one, as far as they were read: all of them, or those that come first.</summary>
internal sealed class AsyncItems(IReadOnlyList<object?> read, ItemSource? rest)
{
    private ItemSource? _rest = rest;

    public IReadOnlyList<object?> Read { get; } = read;

    public bool HasRest => _rest is not null;

    /// <summary>Reads what belongs to the list at once. The source ends when it is read, or with the stream.</summary>
    public static async ValueTask<object?> ReadAsync(
        PlannedField field, IAsyncEnumerable<object?> items, OperationExecution execution)
    {
        var count = field.Stream is { } stream && execution.MayStream(field, items)
            ? stream.InitialCountFor(execution.Variables)
            : int.MaxValue;
        var source = new ItemSource(items.GetAsyncEnumerator(execution.CancellationToken));
        var read = new List<object?>();
        var isKept = false;
        try
        {
            while (read.Count < count)
            {
                if (!await source.MoveNextAsync()) return new AsyncItems(read, rest: null);
                if (read.Count == execution.Options.MaxResultValues) throw ResultTree.TooLarge(read.Count);
                read.Add(source.Current);
            }

            isKept = true;
            return new AsyncItems(read, source);
        }
        finally
        {
            if (!isKept)
                source.Release();
        }
    }

    /// <summary>Whoever takes the source ends it.</summary>
    public ItemSource? TakeRest()
    {
        var rest = _rest;
        _rest = null;
        return rest;
    }

    /// <summary>Nobody wants the list any more.</summary>
    public void Release() => TakeRest()?.Release();
}
