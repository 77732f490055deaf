namespace Jobs.GraphQL.TypeSystem.SdlRules;

/// <summary>An applied directive has each argument once.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Argument-Uniqueness</remarks>
internal static class UniqueArgumentNames
{
    public static void Check(SdlDocument sdl, SdlErrors errors)
    {
        foreach (var directive in sdl.AppliedDirectives)
        {
            if (directive.Arguments.Count < 2) continue;
            RepeatedNames.ReportTogether(
                directive.Arguments.Select(argument => argument.Name), errors,
                name => $"There can be only one argument named \"{name}\".");
        }
    }
}
