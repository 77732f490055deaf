namespace Jobs.GraphQL.TypeSystem;

/// <summary>A type as a field, an argument or a variable refers to it: a named type, possibly wrapped.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Wrapping-Types</remarks>
public abstract class GraphQLType
{
    /// <summary>The type inside all wrappers.</summary>
    public abstract TypeDefinition NamedType { get; }

    /// <summary>The type without its outermost <c>!</c>.</summary>
    public virtual GraphQLType NullableType => this;

    public bool IsNonNull => this is NonNullType;

    /// <summary>The type as SDL writes it.</summary>
    public abstract override string ToString();
}

/// <summary>A list of some type.</summary>
public sealed class ListType(GraphQLType itemType) : GraphQLType
{
    public GraphQLType ItemType { get; } = itemType;

    public override TypeDefinition NamedType => ItemType.NamedType;

    public override string ToString() => $"[{ItemType}]";
}

/// <summary>A type without null.</summary>
public sealed class NonNullType(GraphQLType ofType) : GraphQLType
{
    public GraphQLType OfType { get; } = ofType;

    public override TypeDefinition NamedType => OfType.NamedType;

    public override GraphQLType NullableType => OfType;

    public override string ToString() => $"{OfType}!";
}
