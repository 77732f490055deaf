using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>The schema defines every directive that is used.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Directives-Are-Defined</remarks>
internal sealed class DirectivesAreDefined : ValidationRule
{
    public override void EnterDirective(DirectiveNode directive, string location, ValidationContext context)
    {
        if (context.Schema.FindDirective(directive.Name.Value) is null)
            context.Report($"Unknown directive \"@{directive.Name.Value}\".", directive);
    }
}
