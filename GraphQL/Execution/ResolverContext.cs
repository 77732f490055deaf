using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Execution;

/// <summary>What a resolver can see of its field: parent, arguments, services of the request.</summary>
public sealed class ResolverContext
{
    /// <summary>The value of the parent object.</summary>
    public object? Parent { get; internal init; }

    /// <summary>Coerced arguments by name; one that was not given and has no default is absent.</summary>
    public IReadOnlyDictionary<string, object?> Arguments { get; internal init; } = new Dictionary<string, object?>();

    public required IServiceProvider Services { get; init; }

    public CancellationToken CancellationToken { get; init; }

    public required GraphQLSchema Schema { get; init; }

    public required ObjectType ParentType { get; init; }

    public required FieldDefinition Field { get; init; }

    internal PlannedField? PlannedField { get; init; }
}
