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
            foreach (var required in signature.Arguments.Where(argument => argument.IsRequired))
            {
                if (directive.Arguments.Any(argument => argument.Name.Value == required.Name)) continue;
                errors.Report(
                    $"Argument \"@{signature.Name}({required.Name}:)\" of type \"{required.Type}\" " +
                    "is required, but it was not provided.",
                    directive);
            }
        }
    }
}
