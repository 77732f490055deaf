using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem.SdlRules;

/// <summary>No two directive definitions have the same name.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Schema</remarks>
internal static class UniqueDirectiveNames
{
    public static void Check(SdlDocument sdl, SdlErrors errors) => RepeatedNames.Report(
        sdl.Definitions.OfType<DirectiveDefinitionNode>().Select(directive => directive.Name), errors,
        name => $"There can be only one directive named \"@{name}\".");
}
