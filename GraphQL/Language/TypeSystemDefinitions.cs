namespace Jobs.GraphQL.Language;

/// <summary>A definition of the type system: the schema, a type or a directive.</summary>
public abstract class TypeSystemDefinitionNode(Source source, int start, int end, StringValueNode? description)
    : DefinitionNode(source, start, end)
{
    public StringValueNode? Description { get; } = description;
}

/// <summary>The schema and its root operation types.</summary>
public sealed class SchemaDefinitionNode(
    Source source, int start, int end, StringValueNode? description, IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<OperationTypeDefinitionNode> operationTypes)
    : TypeSystemDefinitionNode(source, start, end, description)
{
    public override NodeKind Kind => NodeKind.SchemaDefinition;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;

    public IReadOnlyList<OperationTypeDefinitionNode> OperationTypes { get; } = operationTypes;
}

/// <summary>A root operation type: <c>query: Query</c>.</summary>
public sealed class OperationTypeDefinitionNode(
    Source source, int start, int end, OperationType operation, NamedTypeNode type)
    : SyntaxNode(source, start, end)
{
    public override NodeKind Kind => NodeKind.OperationTypeDefinition;

    public OperationType Operation { get; } = operation;

    public NamedTypeNode Type { get; } = type;
}

/// <summary>A directive's definition: its arguments and where it may stand.</summary>
public sealed class DirectiveDefinitionNode(
    Source source, int start, int end, StringValueNode? description, NameNode name,
    IReadOnlyList<InputValueDefinitionNode> arguments, bool isRepeatable, IReadOnlyList<NameNode> locations)
    : TypeSystemDefinitionNode(source, start, end, description)
{
    public override NodeKind Kind => NodeKind.DirectiveDefinition;

    public NameNode Name { get; } = name;

    public IReadOnlyList<InputValueDefinitionNode> Arguments { get; } = arguments;

    public bool IsRepeatable { get; } = isRepeatable;

    public IReadOnlyList<NameNode> Locations { get; } = locations;
}

/// <summary>A field of an object or interface type.</summary>
public sealed class FieldDefinitionNode(
    Source source, int start, int end, StringValueNode? description, NameNode name,
    IReadOnlyList<InputValueDefinitionNode> arguments, TypeNode type, IReadOnlyList<DirectiveNode> directives)
    : SyntaxNode(source, start, end)
{
    public override NodeKind Kind => NodeKind.FieldDefinition;

    public StringValueNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public IReadOnlyList<InputValueDefinitionNode> Arguments { get; } = arguments;

    public TypeNode Type { get; } = type;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>An argument of a field or directive, or a field of an input object, as defined.</summary>
public sealed class InputValueDefinitionNode(
    Source source, int start, int end, StringValueNode? description, NameNode name, TypeNode type,
    ValueNode? defaultValue, IReadOnlyList<DirectiveNode> directives)
    : SyntaxNode(source, start, end)
{
    public override NodeKind Kind => NodeKind.InputValueDefinition;

    public StringValueNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public TypeNode Type { get; } = type;

    public ValueNode? DefaultValue { get; } = defaultValue;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>A value of an enum type.</summary>
public sealed class EnumValueDefinitionNode(
    Source source, int start, int end, StringValueNode? description, NameNode name, IReadOnlyList<DirectiveNode> directives)
    : SyntaxNode(source, start, end)
{
    public override NodeKind Kind => NodeKind.EnumValueDefinition;

    public StringValueNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}
