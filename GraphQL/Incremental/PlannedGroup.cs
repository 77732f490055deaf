using Jobs.GraphQL.Execution;

namespace Jobs.GraphQL.Incremental;

/// <summary>Fields of one object that are delivered together, after the rest of it, with one or several fragments.</summary>
internal sealed record PlannedGroup(IReadOnlyList<DeferUsage> Defers, PlannedSelectionSet Selections);
