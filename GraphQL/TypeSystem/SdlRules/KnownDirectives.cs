namespace Jobs.GraphQL.TypeSystem.SdlRules;

/// <summary>Every applied directive is defined, and may stand where it stands.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Type-System.Directives</remarks>
internal static class KnownDirectives
{
    public static void Check(SdlDocument sdl, SdlErrors errors)
    {
        foreach (var site in sdl.DirectiveSites)
        {
            foreach (var directive in site.Directives)
            {
                if (!sdl.Directives.TryGetValue(directive.Name.Value, out var signature))
                    errors.Report($"Unknown directive \"@{directive.Name.Value}\".", directive);
                else if (!signature.Locations.Contains(site.Location))
                    errors.Report($"Directive \"@{signature.Name}\" may not be used on {site.Location}.", directive);
            }
        }
    }
}
