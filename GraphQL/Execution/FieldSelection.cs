using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Execution;

/// <summary>What a client selected beneath a field, at once or deferred, for a resolver that can save work by knowing.</summary>
public sealed class FieldSelection
{
    private readonly IReadOnlyList<PlannedField> _fields;
    private readonly GraphQLSchema _schema;

    internal FieldSelection(GraphQLSchema schema, IReadOnlyList<PlannedField> fields) => (_schema, _fields) = (schema, fields);

    /// <summary>Whether a field is selected, by its names in the SDL: <c>selection.Has("edges", "node")</c>.</summary>
    public bool Has(params ReadOnlySpan<string> path)
    {
        foreach (var field in _fields)
        {
            if (IsBeneath(field, path)) return true;
        }

        return false;
    }

    /// <summary>A field may be selected several times under different names, and beneath each possible type.</summary>
    private bool IsBeneath(PlannedField field, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty) return true;
        foreach (var type in _schema.PossibleTypes(field.Definition.Type.NamedType))
        {
            foreach (var selected in field.SelectionsFor(type).AllFields)
            {
                if (selected.Definition.Name == path[0] && IsBeneath(selected, path[1..])) return true;
            }
        }

        return false;
    }
}
