using Jobs.GraphQL.Execution;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Incremental;

/// <summary>One <c>@defer</c> of a plan that is in force, and the one around it.</summary>
internal sealed class DeferUsage(DirectiveNode directive, DeferUsage? parent)
{
    public DirectiveNode Directive { get; } = directive;

    public DeferUsage? Parent { get; } = parent;

    public string? Label { get; } = IncrementalDirectives.LabelOf(directive);

    /// <summary>The selection set that the fragment stands in, where its delivery is announced.</summary>
    public PlannedSelectionSet? Set { get; set; }

    /// <summary>Its place among the deferred fragments of that set.</summary>
    public int Ordinal { get; set; }

    /// <summary>
    /// The fragments that a field is delivered with, from all places that select it: none if one of them is not deferred, and
    /// of a fragment and one within it the outer one.
    /// </summary>
    public static IReadOnlyList<DeferUsage> DeliveringOf(IReadOnlyList<DeferUsage?>? places)
    {
        if (places is null) return [];
        var all = new HashSet<DeferUsage>();
        foreach (var usage in places)
        {
            if (usage is null) return [];
            all.Add(usage);
        }

        return all.Count == 1 ? [.. all] : [.. all.Where(usage => !usage.IsWithin(all))];
    }

    private bool IsWithin(HashSet<DeferUsage> others)
    {
        for (var around = Parent; around is not null; around = around.Parent)
        {
            if (others.Contains(around)) return true;
        }

        return false;
    }
}
