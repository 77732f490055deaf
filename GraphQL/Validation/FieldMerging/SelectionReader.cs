using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Validation.FieldMerging;

/// <summary>Reads each selection set of a document once.</summary>
internal sealed class SelectionReader(ValidationContext context)
{
    private readonly Dictionary<SelectionSetNode, SelectedFields> _read = [];

    /// <param name="selections">A selection set, which stands at one place and so has one parent type.</param>
    /// <param name="parentType">Null if it is not known.</param>
    public SelectedFields Read(SelectionSetNode selections, TypeDefinition? parentType)
    {
        if (_read.TryGetValue(selections, out var fields)) return fields;
        fields = new SelectedFields(_read.Count);
        var fragments = new List<FragmentDefinitionNode>();
        AddSelections(selections, parentType, fields, fragments);
        fields.Add(fragments);
        return _read[selections] = fields;
    }

    public SelectedFields Read(FragmentDefinitionNode fragment) =>
        Read(fragment.SelectionSet, context.Schema.FindType(fragment.TypeCondition.Name.Value));

    /// <summary>The selections inside a field; null if there are none.</summary>
    public SelectedFields? ReadInside(SelectedField field) =>
        field.Node.SelectionSet is { } selections ? Read(selections, field.Definition?.Type.NamedType) : null;

    private void AddSelections(
        SelectionSetNode selections, TypeDefinition? parentType, SelectedFields fields, List<FragmentDefinitionNode> fragments)
    {
        foreach (var selection in selections.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    fields.Add(new SelectedField(field, parentType, context.FindField(parentType, field.Name.Value)));
                    break;
                case FragmentSpreadNode spread when context.Fragments.Find(spread.Name.Value) is { } fragment:
                    fragments.Add(fragment);
                    break;
                case InlineFragmentNode inline:
                    var type = inline.TypeCondition is { } condition ? context.Schema.FindType(condition.Name.Value) : parentType;
                    AddSelections(inline.SelectionSet, type, fields, fragments);
                    break;
            }
        }
    }
}
