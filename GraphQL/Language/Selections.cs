namespace Jobs.GraphQL.Language;

/// <summary>What stands between braces: at least one selection.</summary>
public sealed class SelectionSetNode(Source source, int start, int end, IReadOnlyList<SelectionNode> selections)
    : SyntaxNode(source, start, end)
{
    public override NodeKind Kind => NodeKind.SelectionSet;

    public IReadOnlyList<SelectionNode> Selections { get; } = selections;
}

/// <summary>A field, a fragment spread or an inline fragment.</summary>
public abstract class SelectionNode(Source source, int start, int end, IReadOnlyList<DirectiveNode> directives)
    : SyntaxNode(source, start, end)
{
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>A selected field: <c>alias: name(arguments) @directives { ... }</c>.</summary>
public sealed class FieldNode(
    Source source, int start, int end, NameNode? alias, NameNode name, IReadOnlyList<ArgumentNode> arguments,
    IReadOnlyList<DirectiveNode> directives, SelectionSetNode? selectionSet)
    : SelectionNode(source, start, end, directives)
{
    public override NodeKind Kind => NodeKind.Field;

    public NameNode? Alias { get; } = alias;

    public NameNode Name { get; } = name;

    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;

    public SelectionSetNode? SelectionSet { get; } = selectionSet;

    /// <summary>The key of the response: the alias, or else the name.</summary>
    public string ResponseName => (Alias ?? Name).Value;
}

/// <summary>A fragment used by name: <c>...Name</c>.</summary>
public sealed class FragmentSpreadNode(
    Source source, int start, int end, NameNode name, IReadOnlyList<DirectiveNode> directives)
    : SelectionNode(source, start, end, directives)
{
    public override NodeKind Kind => NodeKind.FragmentSpread;

    public NameNode Name { get; } = name;
}

/// <summary>A fragment written in place: <c>... on Type { ... }</c>, the type being optional.</summary>
public sealed class InlineFragmentNode(
    Source source, int start, int end, NamedTypeNode? typeCondition, IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode selectionSet)
    : SelectionNode(source, start, end, directives)
{
    public override NodeKind Kind => NodeKind.InlineFragment;

    public NamedTypeNode? TypeCondition { get; } = typeCondition;

    public SelectionSetNode SelectionSet { get; } = selectionSet;
}
