using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem;

/// <summary>A type that the schema defines under a name.</summary>
public abstract class TypeDefinition(string name, string? description) : GraphQLType
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    /// <summary>Where the SDL defines the type; null for built-in types.</summary>
    public TypeDefinitionNode? SyntaxNode { get; internal init; }

    public IReadOnlyList<TypeExtensionNode> ExtensionNodes { get; internal init; } = [];

    public override TypeDefinition NamedType => this;

    /// <summary>Scalars and enums: nothing can be selected in them.</summary>
    public virtual bool IsLeaf => false;

    /// <summary>Objects, interfaces and unions: something must be selected in them.</summary>
    public virtual bool IsComposite => false;

    /// <summary>Interfaces and unions: the object type is known only at run time.</summary>
    public virtual bool IsAbstract => false;

    public virtual bool IsInputType => false;

    public virtual bool IsOutputType => true;

    public override string ToString() => Name;
}
