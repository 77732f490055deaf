using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem;

/// <summary>What the definition of a type and its extensions say together.</summary>
internal static class TypeSyntax
{
    /// <summary>The definition, then the extensions; empty for a built-in type.</summary>
    public static IEnumerable<SyntaxNode> Nodes(this TypeDefinition type) =>
        type.SyntaxNode is { } definition ? type.ExtensionNodes.Prepend<SyntaxNode>(definition) : [];

    public static IEnumerable<NamedTypeNode> InterfaceNodes(this FieldsType type) =>
        type.Nodes().SelectMany(node => node switch
        {
            ComplexTypeDefinitionNode definition => definition.Interfaces,
            ComplexTypeExtensionNode extension => extension.Interfaces,
            _ => [],
        });

    public static IEnumerable<FieldDefinitionNode> FieldNodes(this FieldsType type) =>
        type.Nodes().SelectMany(node => node switch
        {
            ComplexTypeDefinitionNode definition => definition.Fields,
            ComplexTypeExtensionNode extension => extension.Fields,
            _ => [],
        });

    public static IEnumerable<NamedTypeNode> MemberNodes(this UnionType type) =>
        type.Nodes().SelectMany(node => node switch
        {
            UnionTypeDefinitionNode definition => definition.Types,
            UnionTypeExtensionNode extension => extension.Types,
            _ => [],
        });

    public static IEnumerable<InputValueDefinitionNode> FieldNodes(this InputObjectType type) =>
        type.Nodes().SelectMany(node => node switch
        {
            InputObjectTypeDefinitionNode definition => definition.Fields,
            InputObjectTypeExtensionNode extension => extension.Fields,
            _ => [],
        });
}
