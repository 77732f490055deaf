using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>The schema defines every directive that is used.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Directives-Are-Defined</remarks>
internal sealed class DirectivesAreDefined : ValidationRule
{
    public override void EnterDirective(DirectiveNode directive, string location, ValidationContext context)
    {
        var name = directive.Name.Value;
        if (context.Schema.FindDirective(name) is null && context.TypeSystem?.Directives.ContainsKey(name) != true)
            context.Report($"Unknown directive \"@{name}\".", directive);
    }
}
