using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Validation.FieldMerging;

/// <summary>A field of a selection set, with what the schema knows about it.</summary>
/// <param name="Node">The field as written.</param>
/// <param name="ParentType">The type that it is selected on; null if that is not known.</param>
/// <param name="Definition">Null if the type does not have the field.</param>
internal sealed record SelectedField(FieldNode Node, TypeDefinition? ParentType, FieldDefinition? Definition);

/// <summary>What one selection set selects: fields by response name, inline fragments included, fragments it spreads.</summary>
internal sealed class SelectedFields(int id)
{
    private readonly Dictionary<string, List<SelectedField>> _byResponseName = new(StringComparer.Ordinal);
    private readonly List<FragmentDefinitionNode> _fragments = [];

    /// <summary>Counts the selection sets of a document.</summary>
    public int Id { get; } = id;

    public IReadOnlyDictionary<string, List<SelectedField>> ByResponseName => _byResponseName;

    /// <summary>Each fragment once.</summary>
    public IReadOnlyList<FragmentDefinitionNode> Fragments => _fragments;

    public void Add(SelectedField field)
    {
        if (!_byResponseName.TryGetValue(field.Node.ResponseName, out var fields))
            _byResponseName[field.Node.ResponseName] = fields = [];
        fields.Add(field);
    }

    public void Add(IEnumerable<FragmentDefinitionNode> fragments) => _fragments.AddRange(fragments.Distinct());
}
