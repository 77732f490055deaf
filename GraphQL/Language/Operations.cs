namespace Jobs.GraphQL.Language;

/// <summary>The three kinds of operations.</summary>
public enum OperationType
{
    Query,
    Mutation,
    Subscription,
}

/// <summary>A definition that can be executed: an operation or a fragment.</summary>
public abstract class ExecutableDefinitionNode(
    Source source, int start, int end, StringValueNode? description, IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode selectionSet)
    : DefinitionNode(source, start, end)
{
    public StringValueNode? Description { get; } = description;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;

    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

/// <summary>A query, mutation or subscription; the shorthand form <c>{ ... }</c> is a query without a name.</summary>
public sealed class OperationDefinitionNode(
    Source source, int start, int end, StringValueNode? description, OperationType operation, NameNode? name,
    IReadOnlyList<VariableDefinitionNode> variableDefinitions, IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode selectionSet)
    : ExecutableDefinitionNode(source, start, end, description, directives, selectionSet)
{
    public override NodeKind Kind => NodeKind.OperationDefinition;

    public OperationType Operation { get; } = operation;

    public NameNode? Name { get; } = name;

    public IReadOnlyList<VariableDefinitionNode> VariableDefinitions { get; } = variableDefinitions;
}

/// <summary>A variable of an operation: <c>$name: Type = default</c>.</summary>
public sealed class VariableDefinitionNode(
    Source source, int start, int end, StringValueNode? description, VariableNode variable, TypeNode type,
    ValueNode? defaultValue, IReadOnlyList<DirectiveNode> directives)
    : SyntaxNode(source, start, end)
{
    public override NodeKind Kind => NodeKind.VariableDefinition;

    public StringValueNode? Description { get; } = description;

    public VariableNode Variable { get; } = variable;

    public TypeNode Type { get; } = type;

    public ValueNode? DefaultValue { get; } = defaultValue;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>A named fragment: <c>fragment Name on Type { ... }</c>.</summary>
public sealed class FragmentDefinitionNode(
    Source source, int start, int end, StringValueNode? description, NameNode name, NamedTypeNode typeCondition,
    IReadOnlyList<DirectiveNode> directives, SelectionSetNode selectionSet)
    : ExecutableDefinitionNode(source, start, end, description, directives, selectionSet)
{
    public override NodeKind Kind => NodeKind.FragmentDefinition;

    public NameNode Name { get; } = name;

    public NamedTypeNode TypeCondition { get; } = typeCondition;
}
