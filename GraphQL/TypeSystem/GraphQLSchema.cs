using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem;

/// <summary>A type system: its types and directives by name, and the root types.</summary>
public sealed class GraphQLSchema
{
    private readonly Dictionary<string, TypeDefinition> _types;
    private readonly Dictionary<string, DirectiveDefinition> _directives;
    private readonly Dictionary<TypeDefinition, IReadOnlyList<ObjectType>> _possibleTypes = [];
    private readonly Dictionary<InterfaceType, List<FieldsType>> _implementations = [];

    internal GraphQLSchema(
        string? description, ObjectType? queryType, ObjectType? mutationType, ObjectType? subscriptionType,
        IReadOnlyCollection<TypeDefinition> types, IReadOnlyCollection<DirectiveDefinition> directives)
    {
        Description = description;
        (QueryType, MutationType, SubscriptionType) = (queryType, mutationType, subscriptionType);
        (Types, Directives) = ([.. types], [.. directives]);
        _types = types.ToDictionary(type => type.Name, StringComparer.Ordinal);
        _directives = directives.ToDictionary(directive => directive.Name, StringComparer.Ordinal);
        CollectPossibleTypes();
    }

    public string? Description { get; }

    public ObjectType? QueryType { get; }

    public ObjectType? MutationType { get; }

    public ObjectType? SubscriptionType { get; }

    /// <summary>All types in SDL order, then the built-in ones.</summary>
    public IReadOnlyList<TypeDefinition> Types { get; }

    public IReadOnlyList<DirectiveDefinition> Directives { get; }

    /// <summary>The schema definition, if the SDL has one.</summary>
    public SchemaDefinitionNode? SyntaxNode { get; internal init; }

    public TypeDefinition? FindType(string name) => _types.GetValueOrDefault(name);

    public DirectiveDefinition? FindDirective(string name) => _directives.GetValueOrDefault(name);

    /// <summary>The object types that a value of a composite type can have; the type itself for an object.</summary>
    public IReadOnlyList<ObjectType> PossibleTypes(TypeDefinition type) => _possibleTypes.GetValueOrDefault(type, []);

    /// <summary>Objects and interfaces that implement an interface directly.</summary>
    public IReadOnlyList<FieldsType> Implementations(InterfaceType type) => _implementations.GetValueOrDefault(type) ?? [];

    public static bool IsPossibleType(TypeDefinition abstractType, ObjectType objectType) => abstractType switch
    {
        UnionType union => union.Types.Contains(objectType),
        InterfaceType @interface => objectType.Interfaces.Contains(@interface),
        _ => abstractType == objectType,
    };

    private void CollectPossibleTypes()
    {
        foreach (var type in Types)
        {
            if (type is FieldsType implementer)
                foreach (var @interface in implementer.Interfaces)
                    (_implementations.TryGetValue(@interface, out var list) ? list : _implementations[@interface] = []).Add(implementer);
        }

        foreach (var type in Types)
        {
            IReadOnlyList<ObjectType>? possible = type switch
            {
                ObjectType objectType => [objectType],
                UnionType union => union.Types,
                InterfaceType @interface => [.. Implementations(@interface).OfType<ObjectType>()],
                _ => null,
            };
            if (possible is not null)
                _possibleTypes[type] = possible;
        }
    }
}
