using Jobs.GraphQL.Incremental;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Execution;

/// <summary>The fields that are executed for one object type: collected, merged, in the order of the response.</summary>
internal sealed class PlannedSelectionSet
{
    public PlannedSelectionSet(ObjectType type, PlannedField[] fields) => (Type, Fields) = (type, fields);

    public PlannedSelectionSet(ObjectType type, PlannedField[] fields, List<DeferUsage> defers, PlannedGroup[] groups)
        : this(type, fields)
    {
        (Defers, Groups) = (defers, groups);
        for (var i = 0; i < defers.Count; i++)
            (defers[i].Set, defers[i].Ordinal) = (this, i);
    }

    public ObjectType Type { get; }

    public PlannedField[] Fields { get; }

    /// <summary>Fragments that stand in this selection set and are deferred.</summary>
    public IReadOnlyList<DeferUsage> Defers { get; } = [];

    /// <summary>The fields that are delivered later than <see cref="Fields"/>.</summary>
    public IReadOnlyList<PlannedGroup> Groups { get; } = [];

    public bool IsIncremental => Defers.Count > 0 || Groups.Count > 0;

    /// <summary>Deferred fields are selected, too.</summary>
    public IEnumerable<PlannedField> AllFields =>
        Groups.Count == 0 ? Fields : Fields.Concat(Groups.SelectMany(group => group.Selections.Fields));
}
