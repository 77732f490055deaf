using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Execution;

/// <summary>The fields that are executed for one object type: collected, merged, in the order of the response.</summary>
internal sealed class PlannedSelectionSet(ObjectType type, PlannedField[] fields)
{
    public ObjectType Type { get; } = type;

    public PlannedField[] Fields { get; } = fields;
}
