using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem.SdlRules;

/// <summary>An enum and its extensions define each value once.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Enums.Type-Validation</remarks>
internal static class UniqueEnumValueNames
{
    public static void Check(SdlDocument sdl, SdlErrors errors)
    {
        foreach (var type in sdl.Definitions.Select(Values).OfType<(string Name, IReadOnlyList<EnumValueDefinitionNode> Values)>()
            .GroupBy(definition => definition.Name))
        {
            RepeatedNames.Report(
                type.SelectMany(definition => definition.Values).Select(value => value.Name), errors,
                name => $"Enum value \"{type.Key}.{name}\" can only be defined once.");
        }
    }

    private static (string Name, IReadOnlyList<EnumValueDefinitionNode> Values)? Values(DefinitionNode definition) =>
        definition switch
        {
            EnumTypeDefinitionNode node => (node.Name.Value, node.Values),
            EnumTypeExtensionNode node => (node.Name.Value, node.Values),
            _ => null,
        };
}
