using Jobs.GraphQL.Execution;

namespace Jobs.GraphQL.TypeSystem;

/// <summary>What objects and interfaces have in common: fields, and interfaces that they implement.</summary>
public abstract class FieldsType(string name, string? description) : TypeDefinition(name, description)
{
    private HashSet<InterfaceType> _interfaces = [];

    /// <summary>In the order of the SDL.</summary>
    public FieldDefinitions Fields { get; internal set; } = FieldDefinitions.Empty;

    /// <summary>In the order of the SDL.</summary>
    public IReadOnlyList<InterfaceType> Interfaces
    {
        get;
        internal set => (field, _interfaces) = (value, [.. value]);
    } = [];

    public override bool IsComposite => true;

    public bool Implements(InterfaceType type) => _interfaces.Contains(type);
}

/// <summary>A type with fields that values have at run time.</summary>
public sealed class ObjectType(string name, string? description) : FieldsType(name, description);

/// <summary>Fields that several object types promise to have.</summary>
public sealed class InterfaceType(string name, string? description) : FieldsType(name, description)
{
    public override bool IsAbstract => true;

    /// <summary>Names the object type of a value; set by the binding.</summary>
    public TypeResolver? ResolveType { get; internal set; }
}

/// <summary>One of several object types.</summary>
public sealed class UnionType(string name, string? description) : TypeDefinition(name, description)
{
    private HashSet<ObjectType> _types = [];

    /// <summary>In the order of the SDL.</summary>
    public IReadOnlyList<ObjectType> Types
    {
        get;
        internal set => (field, _types) = (value, [.. value]);
    } = [];

    public override bool IsComposite => true;

    public override bool IsAbstract => true;

    /// <summary>Names the object type of a value; set by the binding.</summary>
    public TypeResolver? ResolveType { get; internal set; }

    public bool Includes(ObjectType type) => _types.Contains(type);
}
