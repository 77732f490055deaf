using Jobs.GraphQL.Incremental;

namespace Jobs.GraphQL.Execution;

/// <summary>What an object or list leaves for later: deferred fields and streamed items.</summary>
internal sealed partial class Executor
{
    private Dictionary<int, DeferFrame>? _frames;
    private List<(int Container, DeferredFragment Fragment)>? _fragments;
    private List<(int Container, ExecutionGroup Group)>? _groups;
    private List<(int Container, ItemStream Stream)>? _streams;

    /// <summary>What the part leaves for later, now that it is complete: without what is beneath a null.</summary>
    public IncrementalWorkload TakeWorkload()
    {
        if (!Tree.IsNull)
        {
            return new IncrementalWorkload(
                [.. (_fragments ?? []).Select(noted => noted.Fragment)], Alive(_groups, group => group.Remove()),
                Alive(_streams, stream => stream.Release()));
        }

        DiscardParts();
        return IncrementalWorkload.None;
    }

    /// <summary>Executes one part of a response that is delivered later.</summary>
    public void ExecuteGroup(PlannedGroup group, object? parent)
    {
        Tree.AddRoot(group.Selections);
        if (!ExecuteSelectionSet(group.Selections, parent, ResultTree.Root))
            Tree.PropagateNull(ResultTree.Root);
        ReportProgress();
    }

    /// <summary>Completes one item of a list that is delivered later.</summary>
    public void CompleteItem(PlannedField field, object? item)
    {
        Tree.AddRoot(field.Value, length: 1);
        if (!CompleteValue(field, field.Value.Item!, item, ResultTree.Root, ordinal: 0))
            Tree.PropagateNull(ResultTree.Root);
        ReportProgress();
    }

    /// <summary>Gives back what nobody will deliver.</summary>
    public void Discard()
    {
        _isOver = true;
        DiscardParts();
        Tree.Return();
    }

    private void DiscardParts()
    {
        foreach (var (_, group) in _groups ?? [])
            group.Remove();
        foreach (var (_, stream) in _streams ?? [])
            stream.Release();
    }

    private DeferFrame EnterDeferred(PlannedSelectionSet selections, int container)
    {
        var around = FrameOf(container);
        if (selections.Defers.Count == 0) return around!;
        var path = Tree.PathTo(container);
        var fragments = selections.Defers.Select(usage => new DeferredFragment(usage.Label, path)).ToArray();
        var frame = new DeferFrame(selections, fragments, around);
        for (var i = 0; i < fragments.Length; i++)
        {
            if (selections.Defers[i].Parent is { } parent)
                fragments[i].Parent = frame.Find(parent);
        }

        (_frames ??= []).Add(container, frame);
        return frame;
    }

    /// <summary>Inner fragments are noted first, as the reference does: it is the order of their announcement.</summary>
    private void LeaveDeferred(PlannedSelectionSet selections, DeferFrame frame, object? parent, int container)
    {
        if (selections.Defers.Count > 0)
        {
            foreach (var fragment in frame.Fragments)
                (_fragments ??= []).Add((container, fragment));
        }

        if (selections.Groups.Count == 0) return;
        var path = Tree.PathTo(container);
        foreach (var planned in selections.Groups)
        {
            var group = new ExecutionGroup(_execution, planned, frame, parent, path);
            (_groups ??= []).Add((container, group));
        }
    }

    /// <summary>The deferred fragments that are known at a container: its own or those of the nearest one around it.</summary>
    private DeferFrame? FrameOf(int container)
    {
        if (_frames is not null)
        {
            for (; container != ResultTree.Root; container = Tree.ParentOf(container))
            {
                if (_frames.TryGetValue(container, out var frame)) return frame;
            }

            if (_frames.TryGetValue(ResultTree.Root, out var rootFrame)) return rootFrame;
        }

        return _work?.Frame;
    }

    /// <summary>The first items now, the others later.</summary>
    private bool CompleteStreamedList(PlannedField field, ValuePlan plan, object value, int container, int ordinal)
    {
        var (items, rest) = ItemSource.Split(value, field.Stream!.InitialCountFor(_execution.Variables), _execution.Options.MaxResultValues);
        var isKept = false;
        try
        {
            var list = Tree.AddList(plan, items.Count, container, ordinal);
            for (var i = 0; i < items.Count; i++)
            {
                if (CompleteValue(field, plan.Item!, items[i], list, i)) continue;
                Tree[container, ordinal] = default;
                return false;
            }

            if (rest is null) return true;
            _execution.CountStream();
            var stream = new ItemStream(_execution, field, rest, items.Count, Tree.PathTo(container, ordinal));
            (_streams ??= []).Add((list, stream));
            return isKept = true;
        }
        finally
        {
            if (!isKept)
                rest?.Release();
        }
    }

    private List<T> Alive<T>(List<(int Container, T Part)>? parts, Action<T> discard)
    {
        var alive = new List<T>();
        foreach (var (container, part) in parts ?? [])
        {
            if (Tree.IsAlive(container))
                alive.Add(part);
            else
                discard(part);
        }

        return alive;
    }
}
