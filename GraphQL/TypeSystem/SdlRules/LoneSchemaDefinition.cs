using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem.SdlRules;

/// <summary>A document defines the schema at most once.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Schema</remarks>
internal static class LoneSchemaDefinition
{
    public static void Check(SdlDocument sdl, SdlErrors errors)
    {
        foreach (var repeated in sdl.Definitions.OfType<SchemaDefinitionNode>().Skip(1))
            errors.Report("Must provide only one schema definition.", repeated);
    }
}
