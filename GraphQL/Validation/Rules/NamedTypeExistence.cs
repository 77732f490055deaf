using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>The types that fragments and variables name exist.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Fragment-Spread-Type-Existence</remarks>
internal sealed class NamedTypeExistence : ValidationRule
{
    public override void EnterVariableDefinition(VariableDefinitionNode definition, ValidationContext context) =>
        Check(definition.Type.NamedType, context);

    public override void EnterFragment(FragmentDefinitionNode fragment, ValidationContext context) =>
        Check(fragment.TypeCondition, context);

    public override void EnterInlineFragment(InlineFragmentNode fragment, ValidationContext context)
    {
        if (fragment.TypeCondition is { } condition)
            Check(condition, context);
    }

    private static void Check(NamedTypeNode type, ValidationContext context)
    {
        var name = type.Name.Value;
        if (context.Schema.FindType(name) is not null) return;
        var suggestion = context.Suggestions.For(name, ListedTypes.Of(context.Schema), candidate => candidate.Name);
        context.Report($"Unknown type \"{name}\".{suggestion}", type);
    }
}
