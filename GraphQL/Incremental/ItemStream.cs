using Jobs.GraphQL.Execution;

namespace Jobs.GraphQL.Incremental;

/// <summary>A list of a response whose items are delivered one after the other.</summary>
internal sealed class ItemStream(
    OperationExecution execution, PlannedField field, ItemSource source, int initialCount, IReadOnlyList<object> path)
{
    /// <summary>Items that are executed ahead of the client, so that they share batches; then the source waits for it.</summary>
    private const int MaxItemsAhead = 100;

    private readonly Queue<StreamItem> _items = new();
    private int _next = initialCount;
    private bool _isReading;
    private bool _isReleased;

    public string? Label { get; } = field.Stream!.Label;

    public IReadOnlyList<object> Path { get; } = path;

    /// <summary>What the client knows it by, from its announcement to its end.</summary>
    public string? Id { get; set; }

    /// <summary>The items of the payload that is being made.</summary>
    public IncrementalEntry? Entry { get; set; }

    /// <summary>True once the source has no more items, or has failed.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Why the source has failed.</summary>
    public GraphQLError? Failure { get; private set; }

    public bool IsEmpty => _items.Count == 0;

    /// <summary>Takes items from the source as long as there are some at once and the client is not too far behind.</summary>
    public void ReadOn()
    {
        while (!_isReading && !IsAtEnd && !_isReleased && _items.Count < MaxItemsAhead)
        {
            _isReading = true;
            var moving = source.MoveNextAsync();
            if (!moving.IsCompleted)
            {
                _ = WaitAsync(moving);
                return;
            }

            Take(moving);
        }
    }

    /// <summary>The next item, if it is complete; in the order of the list.</summary>
    public bool TryTake(out StreamItem? item) =>
        _items.TryPeek(out item) && item.IsComplete && _items.TryDequeue(out item);

    /// <summary>Nobody waits for the list any more.</summary>
    public void Release()
    {
        if (_isReleased) return;
        _isReleased = true;
        source.Release();
        while (_items.TryDequeue(out var item))
            item.Executor.Discard();
    }

    private async Task WaitAsync(ValueTask<bool> moving)
    {
        var reading = moving.AsTask();
        await Task.WhenAny(reading);
        Take(new ValueTask<bool>(reading));
        ReadOn();
    }

    private void Take(ValueTask<bool> moved)
    {
        _isReading = false;
        try
        {
            var hasNext = moved.Result;
            if (_isReleased) return;
            if (hasNext)
                Execute(source.Current);
            else
                IsAtEnd = true;
        }
        catch (OperationCanceledException exception) when (execution.CancellationToken.IsCancellationRequested)
        {
            execution.Fail(exception);
        }
#pragma warning disable CA1031 // Whatever the source throws belongs to the list.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (_isReleased) return;
            IsAtEnd = true;
            Failure = execution.Options.ErrorFilter(GraphQLError.Of(exception) with { Path = Path, Locations = field.Locations });
        }

        if (IsAtEnd)
            execution.Delivery!.Report(this);
    }

    private void Execute(object? value)
    {
        var item = new StreamItem(execution, this, _next++);
        _items.Enqueue(item);
        item.Executor.CompleteItem(field.Streamed, value);
    }
}
