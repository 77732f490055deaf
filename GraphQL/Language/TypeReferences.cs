namespace Jobs.GraphQL.Language;

/// <summary>A type as referred to: a name, possibly inside list and non-null wrappers.</summary>
public abstract class TypeNode(Source source, int start, int end) : SyntaxNode(source, start, end)
{
    /// <summary>The name inside all wrappers.</summary>
    public abstract NamedTypeNode NamedType { get; }
}

/// <summary>A type by its name.</summary>
public sealed class NamedTypeNode(Source source, int start, int end, NameNode name) : TypeNode(source, start, end)
{
    public override NodeKind Kind => NodeKind.NamedType;

    public override NamedTypeNode NamedType => this;

    public NameNode Name { get; } = name;
}

/// <summary><c>[Type]</c></summary>
public sealed class ListTypeNode(Source source, int start, int end, TypeNode type) : TypeNode(source, start, end)
{
    public override NodeKind Kind => NodeKind.ListType;

    public override NamedTypeNode NamedType => Type.NamedType;

    public TypeNode Type { get; } = type;
}

/// <summary><c>Type!</c></summary>
public sealed class NonNullTypeNode(Source source, int start, int end, TypeNode type) : TypeNode(source, start, end)
{
    public override NodeKind Kind => NodeKind.NonNullType;

    public override NamedTypeNode NamedType => Type.NamedType;

    /// <summary>A named type or a list, never another non-null.</summary>
    public TypeNode Type { get; } = type;
}
