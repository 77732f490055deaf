using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>A directive that is not repeatable stands once at a node.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Directives-Are-Unique-per-Location</remarks>
internal sealed class DirectivesAreUniquePerLocation : ValidationRule
{
    public override void EnterDirectives(IReadOnlyList<DirectiveNode> directives, string location, ValidationContext context)
    {
        if (directives.Count < 2) return;
        var seen = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (context.Schema.FindDirective(name) is { IsRepeatable: false } && !seen.TryAdd(name, directive))
                context.Report($"The directive \"@{name}\" can only be used once at this location.", seen[name], directive);
        }
    }
}
