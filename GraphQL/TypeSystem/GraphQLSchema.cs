using Jobs.GraphQL.Cost;
using Jobs.GraphQL.Diagnostics;
using Jobs.GraphQL.Execution;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem;

/// <summary>A type system: its types and directives by name, and the root types.</summary>
public sealed class GraphQLSchema
{
    private readonly Dictionary<string, TypeDefinition> _types;
    private readonly Dictionary<string, DirectiveDefinition> _directives;
    private readonly Dictionary<TypeDefinition, IReadOnlyList<ObjectType>> _possibleTypes = [];
    private readonly Dictionary<InterfaceType, List<FieldsType>> _implementations = [];

    private SchemaCosts? _costs;

    internal GraphQLSchema(
        string? description, IReadOnlyList<RootType> rootTypes,
        IReadOnlyCollection<TypeDefinition> types, IReadOnlyCollection<DirectiveDefinition> directives)
    {
        Description = description;
        RootTypes = rootTypes;
        foreach (var root in rootTypes)
        {
            if (root.Operation == OperationType.Query) QueryType = root.Type as ObjectType;
            else if (root.Operation == OperationType.Mutation) MutationType = root.Type as ObjectType;
            else SubscriptionType = root.Type as ObjectType;
        }

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

    public IReadOnlyList<SchemaExtensionNode> ExtensionNodes { get; internal init; } = [];

    internal FoldedAnswers FoldedAnswers { get; } = new();

    /// <summary>As declared, in the order of the operations.</summary>
    internal IReadOnlyList<RootType> RootTypes { get; }

    /// <summary>Where operations of a kind start; null if the schema has none.</summary>
    public ObjectType? RootTypeOf(OperationType operation) => operation switch
    {
        OperationType.Query => QueryType,
        OperationType.Mutation => MutationType,
        _ => SubscriptionType,
    };

    /// <summary>What is marked <c>@deprecated</c>; found at the first question.</summary>
    public DeprecatedElements DeprecatedElements => field ??= new DeprecatedElements(this);

    /// <summary>What its fields and types weigh.</summary>
    internal SchemaCosts Costs => _costs ??= new SchemaCosts(this);

    public TypeDefinition? FindType(string name) => _types.GetValueOrDefault(name);

    public DirectiveDefinition? FindDirective(string name) => _directives.GetValueOrDefault(name);

    /// <summary>The object types that a value of a composite type can have; the type itself for an object.</summary>
    public IReadOnlyList<ObjectType> PossibleTypes(TypeDefinition type) => _possibleTypes.GetValueOrDefault(type, []);

    /// <summary>Objects and interfaces that implement an interface directly.</summary>
    public IReadOnlyList<FieldsType> Implementations(InterfaceType type) => _implementations.GetValueOrDefault(type) ?? [];

    public static bool IsPossibleType(TypeDefinition abstractType, ObjectType objectType) => abstractType switch
    {
        UnionType union => union.Includes(objectType),
        InterfaceType @interface => objectType.Implements(@interface),
        _ => abstractType == objectType,
    };

    private void CollectPossibleTypes()
    {
        foreach (var type in Types)
        {
            if (type is FieldsType implementer)
                foreach (var @interface in implementer.Interfaces)
                {
                    if (!_implementations.TryGetValue(@interface, out var list)) _implementations[@interface] = list = [];
                    list.Add(implementer);
                }
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
