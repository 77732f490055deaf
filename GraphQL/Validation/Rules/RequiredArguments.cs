using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>A non-null argument without a default is given.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Required-Arguments</remarks>
internal sealed class RequiredArguments : ValidationRule
{
    public override void EnterField(FieldNode field, ValidationContext context)
    {
        if (context.Field is not { } definition) return;
        foreach (var required in Missing(definition.Arguments, field.Arguments))
            Report($"{context.FieldCoordinate}({required.Name}:)", required, field, context);
    }

    public override void EnterDirective(DirectiveNode directive, string location, ValidationContext context)
    {
        if (context.Schema.FindDirective(directive.Name.Value) is not { } definition) return;
        foreach (var required in Missing(definition.Arguments, directive.Arguments))
            Report($"@{definition.Name}({required.Name}:)", required, directive, context);
    }

    private static IEnumerable<InputValueDefinition> Missing(InputValueDefinitions definitions, IReadOnlyList<ArgumentNode> given)
    {
        if (!definitions.Any(definition => definition.IsRequired)) return [];
        var names = given.Select(argument => argument.Name.Value).ToHashSet(StringComparer.Ordinal);
        return definitions.Where(definition => definition.IsRequired && !names.Contains(definition.Name));
    }

    private static void Report(string coordinate, InputValueDefinition required, SyntaxNode node, ValidationContext context) =>
        context.Report($"Argument \"{coordinate}\" of type \"{required.Type}\" is required, but it was not provided.", node);
}
