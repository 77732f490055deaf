using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>A directive stands where its definition allows.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Directives-Are-in-Valid-Locations</remarks>
internal sealed class DirectivesAreInValidLocations : ValidationRule
{
    public override void EnterDirective(DirectiveNode directive, string location, ValidationContext context)
    {
        if (context.Schema.FindDirective(directive.Name.Value) is { } definition && !definition.Locations.Contains(location))
            context.Report($"Directive \"@{definition.Name}\" may not be used on {location}.", directive);
    }
}
