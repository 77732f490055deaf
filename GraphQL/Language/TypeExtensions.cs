namespace Jobs.GraphQL.Language;

/// <summary>An extension of the type system: of the schema or of a type.</summary>
public abstract class TypeSystemExtensionNode(Source source, int start, int end, IReadOnlyList<DirectiveNode> directives)
    : DefinitionNode(source, start, end)
{
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>Directives and root operation types added to the schema.</summary>
public sealed class SchemaExtensionNode(
    Source source, int start, int end, IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<OperationTypeDefinitionNode> operationTypes)
    : TypeSystemExtensionNode(source, start, end, directives)
{
    public override NodeKind Kind => NodeKind.SchemaExtension;

    public IReadOnlyList<OperationTypeDefinitionNode> OperationTypes { get; } = operationTypes;
}

/// <summary>An extension of a named type.</summary>
public abstract class TypeExtensionNode(
    Source source, int start, int end, NameNode name, IReadOnlyList<DirectiveNode> directives)
    : TypeSystemExtensionNode(source, start, end, directives)
{
    public NameNode Name { get; } = name;
}

/// <summary>Directives added to a scalar type.</summary>
public sealed class ScalarTypeExtensionNode(
    Source source, int start, int end, NameNode name, IReadOnlyList<DirectiveNode> directives)
    : TypeExtensionNode(source, start, end, name, directives)
{
    public override NodeKind Kind => NodeKind.ScalarTypeExtension;
}

/// <summary>An extension of a type with fields and interfaces: of an object or an interface.</summary>
public abstract class ComplexTypeExtensionNode(
    Source source, int start, int end, NameNode name, IReadOnlyList<NamedTypeNode> interfaces,
    IReadOnlyList<DirectiveNode> directives, IReadOnlyList<FieldDefinitionNode> fields)
    : TypeExtensionNode(source, start, end, name, directives)
{
    public IReadOnlyList<NamedTypeNode> Interfaces { get; } = interfaces;

    public IReadOnlyList<FieldDefinitionNode> Fields { get; } = fields;
}

/// <summary>Interfaces, directives and fields added to an object type.</summary>
public sealed class ObjectTypeExtensionNode(
    Source source, int start, int end, NameNode name, IReadOnlyList<NamedTypeNode> interfaces,
    IReadOnlyList<DirectiveNode> directives, IReadOnlyList<FieldDefinitionNode> fields)
    : ComplexTypeExtensionNode(source, start, end, name, interfaces, directives, fields)
{
    public override NodeKind Kind => NodeKind.ObjectTypeExtension;
}

/// <summary>Interfaces, directives and fields added to an interface type.</summary>
public sealed class InterfaceTypeExtensionNode(
    Source source, int start, int end, NameNode name, IReadOnlyList<NamedTypeNode> interfaces,
    IReadOnlyList<DirectiveNode> directives, IReadOnlyList<FieldDefinitionNode> fields)
    : ComplexTypeExtensionNode(source, start, end, name, interfaces, directives, fields)
{
    public override NodeKind Kind => NodeKind.InterfaceTypeExtension;
}

/// <summary>Directives and members added to a union type.</summary>
public sealed class UnionTypeExtensionNode(
    Source source, int start, int end, NameNode name, IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<NamedTypeNode> types)
    : TypeExtensionNode(source, start, end, name, directives)
{
    public override NodeKind Kind => NodeKind.UnionTypeExtension;

    public IReadOnlyList<NamedTypeNode> Types { get; } = types;
}

/// <summary>Directives and values added to an enum type.</summary>
public sealed class EnumTypeExtensionNode(
    Source source, int start, int end, NameNode name, IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<EnumValueDefinitionNode> values)
    : TypeExtensionNode(source, start, end, name, directives)
{
    public override NodeKind Kind => NodeKind.EnumTypeExtension;

    public IReadOnlyList<EnumValueDefinitionNode> Values { get; } = values;
}

/// <summary>Directives and fields added to an input object type.</summary>
public sealed class InputObjectTypeExtensionNode(
    Source source, int start, int end, NameNode name, IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<InputValueDefinitionNode> fields)
    : TypeExtensionNode(source, start, end, name, directives)
{
    public override NodeKind Kind => NodeKind.InputObjectTypeExtension;

    public IReadOnlyList<InputValueDefinitionNode> Fields { get; } = fields;
}
