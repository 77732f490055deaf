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
        var fields = _fields;
        foreach (var name in path)
        {
            fields = Beneath(fields, name);
            if (fields.Count == 0) return false;
        }

        return true;
    }

    /// <summary>A field may be selected several times under different names, and beneath each possible type.</summary>
    private List<PlannedField> Beneath(IReadOnlyList<PlannedField> fields, string name) =>
    [
        .. from field in fields
           where field.Definition.Type.NamedType.IsComposite
           from type in _schema.PossibleTypes(field.Definition.Type.NamedType)
           from selected in field.SelectionsFor(type).AllFields
           where selected.Definition.Name == name
           select selected,
    ];
}
