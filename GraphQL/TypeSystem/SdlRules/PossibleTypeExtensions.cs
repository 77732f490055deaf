using Jobs.GraphQL.Language;
using Jobs.GraphQL.Validation;

namespace Jobs.GraphQL.TypeSystem.SdlRules;

/// <summary>A type that is extended is defined, and of the kind that the extension says.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Type-Extensions</remarks>
internal static class PossibleTypeExtensions
{
    public static void Check(SdlDocument sdl, SdlErrors errors)
    {
        var suggestions = new NameSuggestions(ValidationOptions.Default);
        foreach (var extension in sdl.Definitions.OfType<TypeExtensionNode>())
        {
            var name = extension.Name.Value;
            var (kind, isOfKind) = KindOf(extension);
            if (!sdl.DefinedTypes.TryGetValue(name, out var definition))
            {
                var suggestion = suggestions.For(name, sdl.DefinedTypes.Keys, candidate => candidate);
                errors.Report($"Cannot extend type \"{name}\" because it is not defined.{suggestion}", extension.Name);
            }
            else if (!isOfKind(definition))
            {
                errors.Report($"Cannot extend non-{kind} type \"{name}\".", definition, extension);
            }
        }
    }

    private static (string Kind, Func<TypeDefinitionNode, bool> IsOfKind) KindOf(TypeExtensionNode extension) => extension switch
    {
        ScalarTypeExtensionNode => ("scalar", definition => definition is ScalarTypeDefinitionNode),
        ObjectTypeExtensionNode => ("object", definition => definition is ObjectTypeDefinitionNode),
        InterfaceTypeExtensionNode => ("interface", definition => definition is InterfaceTypeDefinitionNode),
        UnionTypeExtensionNode => ("union", definition => definition is UnionTypeDefinitionNode),
        EnumTypeExtensionNode => ("enum", definition => definition is EnumTypeDefinitionNode),
        _ => ("input object", definition => definition is InputObjectTypeDefinitionNode),
    };
}
