using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>A fragment is on a type that has something to select.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Fragments-on-Object-Interface-or-Union-Types</remarks>
internal sealed class FragmentsOnCompositeTypes : ValidationRule
{
    public override void EnterFragment(FragmentDefinitionNode fragment, ValidationContext context)
    {
        if (IsLeafOrInput(fragment.TypeCondition, context))
            Report($"Fragment \"{fragment.Name.Value}\"", fragment.TypeCondition, context);
    }

    public override void EnterInlineFragment(InlineFragmentNode fragment, ValidationContext context)
    {
        if (fragment.TypeCondition is { } condition && IsLeafOrInput(condition, context))
            Report("Fragment", condition, context);
    }

    private static bool IsLeafOrInput(NamedTypeNode condition, ValidationContext context) =>
        context.Schema.FindType(condition.Name.Value) is { IsComposite: false };

    private static void Report(string fragment, NamedTypeNode condition, ValidationContext context) =>
        context.Report($"{fragment} cannot condition on non composite type \"{condition.Name.Value}\".", condition);
}
