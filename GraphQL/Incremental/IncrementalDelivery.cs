using Jobs.GraphQL.Execution;

namespace Jobs.GraphQL.Incremental;

/// <summary>Executes what a response has left for later, and makes payloads of what is complete when they are asked for.</summary>
/// <remarks>
/// https://github.com/graphql/graphql-spec/pull/1110
/// A fragment is open (announced and executed) once the one around it is delivered. It is delivered when every group of its
/// fields is complete. All of it happens on the request's queue.
/// </remarks>
internal sealed partial class IncrementalDelivery
{
    private readonly OperationExecution _execution;
    private readonly Queue<IncrementalWork> _reported = new();
    private readonly Queue<ItemStream> _ended = new();
    private readonly HashSet<DeferredFragment> _openFragments = [];
    private readonly HashSet<ItemStream> _openStreams = [];
    private IncrementalPayload _payload = new();
    private TaskCompletionSource<IncrementalPayload?>? _consumer;
    private IncrementalPayload? _handedOver;
    private bool _isHandedOver;
    private bool _isStarted;
    private bool _isTaken;
    private int _nextId;

    private IncrementalDelivery(OperationExecution execution) => _execution = execution;

    /// <summary>True once nothing runs for the response any more.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>Null if the first result is all there is.</summary>
    public static IncrementalDelivery? Of(OperationExecution execution, Executor initial)
    {
        var delivery = new IncrementalDelivery(execution);
        var (fragments, streams) = delivery.AddWorkload(initial.TakeWorkload(), parent: null);
        delivery.Open(Prune(fragments), streams);
        return delivery._openFragments.Count + delivery._openStreams.Count > 0 ? delivery : null;
    }

    /// <summary>What the first result announces.</summary>
    public IncrementalPayload Announce()
    {
        var announced = _payload;
        _payload = new IncrementalPayload();
        return announced;
    }

    /// <summary>The consumer wants the next payload; the first time, everything that is open begins.</summary>
    public void Ask(TaskCompletionSource<IncrementalPayload?> consumer)
    {
        _consumer = consumer;
        if (IsFinished)
        {
            TakePayload();
        }
        else if (!_isStarted)
        {
            _isStarted = true;
            Start([.. _openFragments], [.. _openStreams]);
        }
    }

    /// <summary>A group or an item is complete, or has failed.</summary>
    public void Report(IncrementalWork work)
    {
        work.IsComplete = true;
        _reported.Enqueue(work);
    }

    /// <summary>A list has no more items.</summary>
    public void Report(ItemStream stream) => _ended.Enqueue(stream);

    /// <summary>Goes on with what was reported, and makes a payload of it if the consumer waits. False if idle.</summary>
    public bool Advance()
    {
        var isAdvanced = false;
        while (_reported.TryDequeue(out var work))
        {
            isAdvanced = true;
            if (work is StreamItem item)
                DeliverItems(item.Stream);
            else if (work is ExecutionGroup group)
                EndGroup(group);
        }

        while (_ended.TryDequeue(out var stream))
        {
            isAdvanced = true;
            DeliverItems(stream);
        }

        if (isAdvanced) return true;
        if (_isStarted && _openFragments.Count + _openStreams.Count == 0)
            _payload.HasNext = false;
        if (_consumer is null || _isHandedOver || _payload.IsEmpty) return false;
        TakePayload();
        foreach (var stream in _openStreams.ToList())
            stream.ReadOn();
        return !IsFinished;
    }

    /// <summary>Outside the queue: the consumer goes on from here.</summary>
    public void HandOver()
    {
        if (!_isHandedOver || _consumer is not { } consumer) return;
        var payload = _handedOver;
        (_consumer, _handedOver, _isHandedOver) = (null, null, false);
        consumer.TrySetResult(payload);
    }

    /// <summary>Out of time, or something broke: what is complete is still delivered, what is open ends with an error.</summary>
    public void Fail(Exception exception)
    {
        if (IsFinished) return;
        var error = exception is OperationCanceledException
            ? TimedExecution.Timeout(_execution.Options)
            : _execution.Options.ErrorFilter(GraphQLError.Of(exception));
        foreach (var fragment in _openFragments.ToList())
            FailFragment(fragment, error);
        foreach (var stream in _openStreams.ToList())
            EndStream(stream, error);
        _payload.HasNext = false;
        Finish();
        _execution.Batches?.Stop(); // Whoever waits for a loader is released.
        if (_consumer is not null && !_isHandedOver)
            TakePayload();
    }

    /// <summary>The response is disposed: nobody will ask again.</summary>
    public void Close()
    {
        Fail(new OperationCanceledException(_execution.CancellationToken));
        if (!_isTaken)
            _payload.Return();
        _isTaken = true;
    }

    private void Finish()
    {
        IsFinished = true;
        _execution.Leave();
    }

    private void TakePayload()
    {
        _isHandedOver = true;
        if (_isTaken) return;
        _handedOver = _payload;
        if (!_payload.HasNext)
        {
            _isTaken = true;
            if (!IsFinished)
                Finish();
        }

        _payload = new IncrementalPayload();
        foreach (var stream in _openStreams)
            stream.Entry = null;
    }
}
