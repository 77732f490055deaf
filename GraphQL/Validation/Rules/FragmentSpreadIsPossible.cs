using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>A fragment is spread only where its type can occur.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Fragment-Spread-Is-Possible</remarks>
internal sealed class FragmentSpreadIsPossible : ValidationRule
{
    private readonly Dictionary<(TypeDefinition, TypeDefinition), bool> _overlaps = [];

    public override void EnterFragmentSpread(FragmentSpreadNode spread, ValidationContext context)
    {
        if (context.Fragments.Find(spread.Name.Value) is not { } fragment) return;
        Check($"Fragment \"{spread.Name.Value}\"", context.Schema.FindType(fragment.TypeCondition.Name.Value), spread, context);
    }

    public override void EnterInlineFragment(InlineFragmentNode fragment, ValidationContext context) =>
        Check("Fragment", context.FieldType?.NamedType, fragment, context);

    private void Check(string fragment, TypeDefinition? type, SyntaxNode node, ValidationContext context)
    {
        if (type is not { IsComposite: true } || context.ParentType is not { } parentType) return;
        if (!Overlap(type, parentType, context.Schema))
            context.Report(
                $"{fragment} cannot be spread here as objects of type \"{parentType}\" can never be of type \"{type}\".", node);
    }

    private bool Overlap(TypeDefinition one, TypeDefinition other, GraphQLSchema schema)
    {
        if (one == other) return true;
        if (!_overlaps.TryGetValue((one, other), out var overlap))
        {
            overlap = schema.PossibleTypes(one).Intersect(schema.PossibleTypes(other)).Any();
            _overlaps[(one, other)] = overlap;
        }

        return overlap;
    }
}
