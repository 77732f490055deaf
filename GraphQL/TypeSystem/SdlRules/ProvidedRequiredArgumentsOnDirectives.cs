namespace Jobs.GraphQL.TypeSystem.SdlRules;

/// <summary>An applied directive has every argument that its definition requires.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Required-Arguments</remarks>
internal static class ProvidedRequiredArgumentsOnDirectives
{
    public static void Check(SdlDocument sdl, SdlErrors errors)
    {
        foreach (var directive in sdl.AppliedDirectives)
        {
            if (!sdl.Directives.TryGetValue(directive.Name.Value, out var signature)) continue;
            var given = directive.Arguments.Select(argument => argument.Name.Value).ToHashSet(StringComparer.Ordinal);
            foreach (var required in signature.Arguments.Where(argument => argument.IsRequired))
            {
                if (given.Contains(required.Name)) continue;
                errors.Report(
                    $"Argument \"@{signature.Name}({required.Name}:)\" of type \"{required.Type}\" " +
                    "is required, but it was not provided.",
                    directive);
            }
        }
    }
}
