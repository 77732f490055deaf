using Jobs.GraphQL.Validation;

namespace Jobs.GraphQL.TypeSystem.SdlRules;

/// <summary>An applied directive has no argument that its definition does not have.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Argument-Names</remarks>
internal static class KnownArgumentNamesOnDirectives
{
    public static void Check(SdlDocument sdl, SdlErrors errors)
    {
        var suggestions = new NameSuggestions(ValidationOptions.Default);
        foreach (var directive in sdl.AppliedDirectives)
        {
            if (!sdl.Directives.TryGetValue(directive.Name.Value, out var signature)) continue;
            foreach (var argument in directive.Arguments)
            {
                var name = argument.Name.Value;
                if (signature.ArgumentNames.Contains(name)) continue;
                var suggestion = suggestions.For(name, signature.Arguments, known => known.Name);
                errors.Report($"Unknown argument \"{name}\" on directive \"@{signature.Name}\".{suggestion}", argument);
            }
        }
    }
}
