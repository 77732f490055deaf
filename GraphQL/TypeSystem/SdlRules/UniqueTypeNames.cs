using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem.SdlRules;

/// <summary>No two types have the same name.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Schema</remarks>
internal static class UniqueTypeNames
{
    public static void Check(SdlDocument sdl, SdlErrors errors) => RepeatedNames.Report(
        sdl.Definitions.OfType<TypeDefinitionNode>().Select(type => type.Name), errors,
        name => $"There can be only one type named \"{name}\".");
}
