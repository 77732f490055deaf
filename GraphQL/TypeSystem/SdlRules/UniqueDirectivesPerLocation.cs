using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem.SdlRules;

/// <summary>A directive that is not repeatable is applied once to an element, its extensions included.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Type-System.Directives</remarks>
internal static class UniqueDirectivesPerLocation
{
    public static void Check(SdlDocument sdl, SdlErrors errors)
    {
        var seenByElement = new Dictionary<string, Dictionary<string, DirectiveNode>>(StringComparer.Ordinal);
        foreach (var site in sdl.DirectiveSites)
        {
            if (site.Element is null && site.Directives.Count < 2) continue;
            Dictionary<string, DirectiveNode>? seen = null;
            if (site.Element is null || !seenByElement.TryGetValue(site.Element, out seen))
                seen = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
            if (site.Element is not null) seenByElement[site.Element] = seen;

            foreach (var directive in site.Directives)
            {
                var name = directive.Name.Value;
                if (!sdl.Directives.TryGetValue(name, out var signature) || signature.IsRepeatable) continue;
                if (!seen.TryAdd(name, directive))
                    errors.Report($"The directive \"@{name}\" can only be used once at this location.", seen[name], directive);
            }
        }
    }
}
