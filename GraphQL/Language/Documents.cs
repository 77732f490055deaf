namespace Jobs.GraphQL.Language;

/// <summary>A whole document: operations and fragments, type system definitions, or a mixture.</summary>
public sealed class DocumentNode(Source source, int start, int end, IReadOnlyList<DefinitionNode> definitions)
    : SyntaxNode(source, start, end)
{
    public override NodeKind Kind => NodeKind.Document;

    public IReadOnlyList<DefinitionNode> Definitions { get; } = definitions;
}

/// <summary>Anything that stands at the top level of a document.</summary>
public abstract class DefinitionNode(Source source, int start, int end) : SyntaxNode(source, start, end);

/// <summary>A name where it is written.</summary>
public sealed class NameNode(Source source, int start, int end, string value) : SyntaxNode(source, start, end)
{
    public override NodeKind Kind => NodeKind.Name;

    public string Value { get; } = value;
}

/// <summary>A directive as applied: <c>@name(arguments)</c>.</summary>
public sealed class DirectiveNode(Source source, int start, int end, NameNode name, IReadOnlyList<ArgumentNode> arguments)
    : SyntaxNode(source, start, end)
{
    public override NodeKind Kind => NodeKind.Directive;

    public NameNode Name { get; } = name;

    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;
}

/// <summary>An argument of a field or directive: <c>name: value</c>.</summary>
public sealed class ArgumentNode(Source source, int start, int end, NameNode name, ValueNode value)
    : SyntaxNode(source, start, end)
{
    public override NodeKind Kind => NodeKind.Argument;

    public NameNode Name { get; } = name;

    public ValueNode Value { get; } = value;
}
