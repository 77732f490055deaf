using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem.SdlRules;

/// <summary>A type and its extensions define each field once.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Objects.Type-Validation</remarks>
internal static class UniqueFieldDefinitionNames
{
    public static void Check(SdlDocument sdl, SdlErrors errors)
    {
        foreach (var type in sdl.Definitions.Select(FieldNames).OfType<(string TypeName, IEnumerable<NameNode> Names)>()
            .GroupBy(definition => definition.TypeName))
        {
            RepeatedNames.Report(
                type.SelectMany(definition => definition.Names), errors,
                name => $"Field \"{type.Key}.{name}\" can only be defined once.");
        }
    }

    private static (string TypeName, IEnumerable<NameNode> Names)? FieldNames(DefinitionNode definition) => definition switch
    {
        ComplexTypeDefinitionNode node => (node.Name.Value, node.Fields.Select(field => field.Name)),
        ComplexTypeExtensionNode node => (node.Name.Value, node.Fields.Select(field => field.Name)),
        InputObjectTypeDefinitionNode node => (node.Name.Value, node.Fields.Select(field => field.Name)),
        InputObjectTypeExtensionNode node => (node.Name.Value, node.Fields.Select(field => field.Name)),
        _ => null,
    };
}
