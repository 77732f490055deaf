using System.Globalization;

namespace Jobs.GraphQL.Incremental;

/// <summary>Which fragments and lists are known, open, delivered: each after the one around it.</summary>
internal sealed partial class IncrementalDelivery
{
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
