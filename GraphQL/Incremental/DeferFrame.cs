using Jobs.GraphQL.Execution;

namespace Jobs.GraphQL.Incremental;

/// <summary>The deferred fragments of one object of a response, and of the objects around it.</summary>
internal sealed class DeferFrame(PlannedSelectionSet set, DeferredFragment[] fragments, DeferFrame? around)
{
    private readonly PlannedSelectionSet _set = set;
    private readonly DeferFrame? _around = around;

    public DeferredFragment[] Fragments { get; } = fragments;

    /// <summary>The fragment of the response that a fragment of the plan has become here.</summary>
    public DeferredFragment Find(DeferUsage usage)
    {
        var frame = this;
        while (frame._set != usage.Set)
            frame = frame._around ?? throw new InvalidOperationException("A deferred fragment is not around its fields.");
        return frame.Fragments[usage.Ordinal];
    }
}
