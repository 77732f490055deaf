namespace Jobs.GraphQL.Language;

/// <summary>The definition of a named type.</summary>
public abstract class TypeDefinitionNode(
    Source source, int start, int end, StringValueNode? description, NameNode name, IReadOnlyList<DirectiveNode> directives)
    : TypeSystemDefinitionNode(source, start, end, description)
{
    public NameNode Name { get; } = name;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>A scalar type.</summary>
public sealed class ScalarTypeDefinitionNode(
    Source source, int start, int end, StringValueNode? description, NameNode name,
    IReadOnlyList<DirectiveNode> directives)
    : TypeDefinitionNode(source, start, end, description, name, directives)
{
    public override NodeKind Kind => NodeKind.ScalarTypeDefinition;
}

/// <summary>A type with fields and interfaces: an object or an interface.</summary>
public abstract class ComplexTypeDefinitionNode(
    Source source, int start, int end, StringValueNode? description, NameNode name,
    IReadOnlyList<NamedTypeNode> interfaces, IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<FieldDefinitionNode> fields)
    : TypeDefinitionNode(source, start, end, description, name, directives)
{
    public IReadOnlyList<NamedTypeNode> Interfaces { get; } = interfaces;

    public IReadOnlyList<FieldDefinitionNode> Fields { get; } = fields;
}

/// <summary>An object type.</summary>
public sealed class ObjectTypeDefinitionNode(
    Source source, int start, int end, StringValueNode? description, NameNode name,
    IReadOnlyList<NamedTypeNode> interfaces, IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<FieldDefinitionNode> fields)
    : ComplexTypeDefinitionNode(source, start, end, description, name, interfaces, directives, fields)
{
    public override NodeKind Kind => NodeKind.ObjectTypeDefinition;
}

/// <summary>An interface type.</summary>
public sealed class InterfaceTypeDefinitionNode(
    Source source, int start, int end, StringValueNode? description, NameNode name,
    IReadOnlyList<NamedTypeNode> interfaces, IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<FieldDefinitionNode> fields)
    : ComplexTypeDefinitionNode(source, start, end, description, name, interfaces, directives, fields)
{
    public override NodeKind Kind => NodeKind.InterfaceTypeDefinition;
}

/// <summary>A union type and its members.</summary>
public sealed class UnionTypeDefinitionNode(
    Source source, int start, int end, StringValueNode? description, NameNode name,
    IReadOnlyList<DirectiveNode> directives, IReadOnlyList<NamedTypeNode> types)
    : TypeDefinitionNode(source, start, end, description, name, directives)
{
    public override NodeKind Kind => NodeKind.UnionTypeDefinition;

    public IReadOnlyList<NamedTypeNode> Types { get; } = types;
}

/// <summary>An enum type and its values.</summary>
public sealed class EnumTypeDefinitionNode(
    Source source, int start, int end, StringValueNode? description, NameNode name,
    IReadOnlyList<DirectiveNode> directives, IReadOnlyList<EnumValueDefinitionNode> values)
    : TypeDefinitionNode(source, start, end, description, name, directives)
{
    public override NodeKind Kind => NodeKind.EnumTypeDefinition;

    public IReadOnlyList<EnumValueDefinitionNode> Values { get; } = values;
}

/// <summary>An input object type.</summary>
public sealed class InputObjectTypeDefinitionNode(
    Source source, int start, int end, StringValueNode? description, NameNode name,
    IReadOnlyList<DirectiveNode> directives, IReadOnlyList<InputValueDefinitionNode> fields)
    : TypeDefinitionNode(source, start, end, description, name, directives)
{
    public override NodeKind Kind => NodeKind.InputObjectTypeDefinition;

    public IReadOnlyList<InputValueDefinitionNode> Fields { get; } = fields;
}
