using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>A scalar or enum field selects nothing; every other field selects something.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Leaf-Field-Selections</remarks>
internal sealed class LeafFieldSelections : ValidationRule
{
    public override void EnterField(FieldNode field, ValidationContext context)
    {
        if (context.FieldType is not { } type) return; // A field that does not exist: FieldSelections reports it.
        var name = field.Name.Value;
        if (type.NamedType.IsLeaf && field.SelectionSet is { } selections)
            context.Report($"Field \"{name}\" must not have a selection since type \"{type}\" has no subfields.", selections);
        else if (!type.NamedType.IsLeaf && field.SelectionSet is null)
            context.Report(
                $"Field \"{name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{name} {{ ... }}\"?",
                field);
    }
}
