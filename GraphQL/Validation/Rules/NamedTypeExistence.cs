using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;
using Jobs.GraphQL.TypeSystem.SdlRules;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>The types that fragments and variables name exist.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Fragment-Spread-Type-Existence</remarks>
internal sealed class NamedTypeExistence : ValidationRule
{
    private string[]? _suggested;

    public override void EnterDocument(DocumentNode document, ValidationContext context)
    {
        if (context.TypeSystem is not { } typeSystem) return;
        string[] suggested = [.. BuiltInScalars.All.Select(type => type.Name), .. Suggested(context)];
        foreach (var type in typeSystem.TypeReferences)
            Check(type, context, suggested);
    }

    public override void EnterVariableDefinition(VariableDefinitionNode definition, ValidationContext context) =>
        Check(definition.Type.NamedType, context);

    public override void EnterFragment(FragmentDefinitionNode fragment, ValidationContext context) =>
        Check(fragment.TypeCondition, context);

    public override void EnterInlineFragment(InlineFragmentNode fragment, ValidationContext context)
    {
        if (fragment.TypeCondition is { } condition)
            Check(condition, context);
    }

    private void Check(NamedTypeNode type, ValidationContext context, string[]? suggested = null)
    {
        var name = type.Name.Value;
        if (context.Schema.FindType(name) is not null || context.TypeSystem?.DefinedTypes.ContainsKey(name) == true) return;
        var suggestion = context.Suggestions.For(name, suggested ?? Suggested(context), candidate => candidate);
        context.Report($"Unknown type \"{name}\".{suggestion}", type);
    }

    /// <summary>Computed once: there can be as many unknown types as a document is long.</summary>
    private string[] Suggested(ValidationContext context) =>
        _suggested ??= [.. ListedTypes.Of(context.Schema).Select(type => type.Name), .. DefinedIn(context.TypeSystem)];

    private static IEnumerable<string> DefinedIn(SdlDocument? typeSystem) => typeSystem?.DefinedTypes.Keys.AsEnumerable() ?? [];
}
