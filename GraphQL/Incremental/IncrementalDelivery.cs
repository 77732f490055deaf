using System.Globalization;
using Jobs.GraphQL.Execution;

namespace Jobs.GraphQL.Incremental;

/// <summary>Executes what a response has left for later, and puts what is complete into payloads, when they are asked for.</summary>
/// <remarks>
/// https://github.com/graphql/graphql-spec/pull/1110
/// A fragment is open (announced and executed) once the one around it is delivered. It is delivered when every group of its
/// fields is complete. All of it happens on the request's queue.
/// </remarks>
internal sealed class IncrementalDelivery
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

    /// <summary>Goes on with what was reported, and makes a payload of it if the consumer waits. False if there is nothing.</summary>
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

    /// <summary>The time is over, or something broke: what is complete is still delivered, whatever is open ends with an error.</summary>
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

    /// <summary>Makes known what a part has left for later. Returns what nothing known is around.</summary>
    private (List<DeferredFragment> Fragments, IReadOnlyList<ItemStream> Streams) AddWorkload(
        IncrementalWorkload workload, ExecutionGroup? parent)
    {
        var outermost = new List<DeferredFragment>();
        foreach (var fragment in workload.Fragments)
            fragment.IsOffered = true;
        foreach (var fragment in workload.Fragments)
            AddFragment(fragment, outermost);
        foreach (var group in workload.Groups)
            AddGroup(group);
        if (parent is null) return (outermost, workload.Streams);
        parent.Streams.AddRange(workload.Streams);
        return (outermost, []);
    }

    private static void AddFragment(DeferredFragment fragment, List<DeferredFragment> outermost)
    {
        if (!fragment.IsOffered) return;
        fragment.IsOffered = false;
        if (fragment.Parent is { } parent)
        {
            AddFragment(parent, outermost);
            if (!parent.IsKnown) return;
            parent.Children.Add(fragment);
        }
        else
        {
            outermost.Add(fragment);
        }

        fragment.IsKnown = true;
    }

    private void AddGroup(ExecutionGroup group)
    {
        var isWanted = false;
        foreach (var fragment in group.Fragments)
        {
            if (!fragment.IsKnown) continue;
            isWanted = true;
            fragment.Groups.Add(group);
            fragment.Missing++;
            if (fragment.IsOpen)
                StartGroup(group);
        }

        if (!isWanted)
            group.Remove();
    }

    /// <summary>Fragments without fields of their own are not announced; those within them take their place.</summary>
    private static List<DeferredFragment> Prune(List<DeferredFragment> fragments)
    {
        var kept = new List<DeferredFragment>();
        foreach (var fragment in fragments)
        {
            if (!fragment.IsKnown) continue;
            if (fragment.Groups.TrueForAll(group => group.IsRemoved))
            {
                fragment.IsKnown = false;
                kept.AddRange(Prune(fragment.Children));
            }
            else
            {
                kept.Add(fragment);
            }
        }

        return kept;
    }

    private void Open(IReadOnlyList<DeferredFragment> fragments, IReadOnlyList<ItemStream> streams)
    {
        foreach (var fragment in fragments)
        {
            (fragment.IsOpen, fragment.Id) = (true, NextId());
            _openFragments.Add(fragment);
            _payload.Pending.Add((fragment.Id, fragment.Path, fragment.Label));
        }

        foreach (var stream in streams)
        {
            stream.Id = NextId();
            _openStreams.Add(stream);
            _payload.Pending.Add((stream.Id, stream.Path, stream.Label));
        }
    }

    private void Start(IReadOnlyList<DeferredFragment> fragments, IReadOnlyList<ItemStream> streams)
    {
        foreach (var fragment in fragments)
        {
            foreach (var group in fragment.Groups)
                StartGroup(group);
            DeliverIfComplete(fragment);
        }

        foreach (var stream in streams)
            stream.ReadOn();
    }

    private void StartGroup(ExecutionGroup group)
    {
        if (!group.IsRemoved && !group.TryStart() && group.HasFailed)
            _reported.Enqueue(group); // It failed while another fragment waited for it: now this one learns so.
    }

    private void EndGroup(ExecutionGroup group)
    {
        if (group.IsRemoved)
        {
            group.Executor.Discard();
            return;
        }

        if (group.HasFailed)
        {
            foreach (var fragment in group.Fragments)
            {
                if (fragment.IsOpen)
                    FailFragment(fragment, group.Executor.Errors[^1]);
            }

            return;
        }

        AddWorkload(group.Executor.TakeWorkload(), group);
        foreach (var fragment in group.Fragments)
        {
            if (!fragment.IsKnown) continue;
            fragment.Missing--;
            DeliverIfComplete(fragment);
        }
    }

    private void DeliverIfComplete(DeferredFragment fragment)
    {
        if (!fragment.IsOpen || fragment.Missing > 0) return;
        var streams = new List<ItemStream>();
        foreach (var group in fragment.Groups)
        {
            if (group.IsRemoved) continue;
            group.Deliver();
            streams.AddRange(group.Streams);
            _payload.Incremental.Add(EntryOf(group, fragment));
        }

        _payload.Completed.Add((fragment.Id!, null));
        Close(fragment);
        var inner = Prune(fragment.Children);
        Open(inner, streams);
        Start(inner, streams);
    }

    /// <summary>Says where the fields are by the open fragment that is nearest to them.</summary>
    private static IncrementalEntry EntryOf(ExecutionGroup group, DeferredFragment fragment)
    {
        var nearest = fragment;
        foreach (var other in group.Fragments)
        {
            if (other.Id is not null && other.Path.Count > nearest.Path.Count)
                nearest = other;
        }

        var entry = new IncrementalEntry(nearest.Id!, [.. group.Path.Skip(nearest.Path.Count)], HasItems: false);
        entry.Add(group);
        return entry;
    }

    private void FailFragment(DeferredFragment fragment, GraphQLError error)
    {
        _payload.Completed.Add((fragment.Id!, error));
        Forget(fragment);
    }

    private void Forget(DeferredFragment fragment)
    {
        Close(fragment);
        foreach (var group in fragment.Groups)
        {
            if (group.Fragments.All(other => !other.IsKnown))
                group.Remove();
        }

        foreach (var child in fragment.Children)
        {
            if (child.IsKnown)
                Forget(child);
        }
    }

    private void Close(DeferredFragment fragment)
    {
        (fragment.IsKnown, fragment.IsOpen, fragment.Id) = (false, false, null);
        _openFragments.Remove(fragment);
    }

    private void DeliverItems(ItemStream stream)
    {
        if (!_openStreams.Contains(stream)) return;
        while (stream.TryTake(out var item))
        {
            if (item!.HasFailed)
            {
                EndStream(stream, item.Executor.Errors[^1]);
                item.Executor.Discard();
                return;
            }

            if (stream.Entry is null)
                _payload.Incremental.Add(stream.Entry = new IncrementalEntry(stream.Id!, [], HasItems: true));
            stream.Entry.Add(item);
            var (fragments, streams) = AddWorkload(item.Executor.TakeWorkload(), parent: null);
            var kept = Prune(fragments);
            Open(kept, streams);
            Start(kept, streams);
        }

        if (stream is { IsAtEnd: true, IsEmpty: true })
            EndStream(stream, stream.Failure);
    }

    private void EndStream(ItemStream stream, GraphQLError? error)
    {
        _payload.Completed.Add((stream.Id!, error));
        _openStreams.Remove(stream);
        stream.Release();
    }

    private string NextId() => (_nextId++).ToString(CultureInfo.InvariantCulture);
}
