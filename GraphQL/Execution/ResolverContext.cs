using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Execution;

/// <summary>What a resolver can see of its field: parent, arguments, services of the request.</summary>
public sealed class ResolverContext
{
    /// <summary>The value of the parent object.</summary>
    public object? Parent { get; internal init; }

    /// <summary>Coerced arguments by name; one that was not given and has no default is absent.</summary>
    public IReadOnlyDictionary<string, object?> Arguments { get; internal init; } = ArgumentValues.Empty;

    public required IServiceProvider Services { get; init; }

    public CancellationToken CancellationToken { get; init; }

    public required GraphQLSchema Schema { get; init; }

    public required ObjectType ParentType { get; init; }

    public required FieldDefinition Field { get; init; }

    /// <summary>What is selected beneath the field.</summary>
    public FieldSelection Selection => new(Schema, PlannedField is null ? [] : [PlannedField], Execution);

    internal PlannedField? PlannedField { get; init; }

    /// <summary>Null where nothing is executed yet: a subscription begins.</summary>
    internal OperationExecution? Execution { get; init; }

    /// <summary>A service of the request, the same for every field.</summary>
    internal T Service<T>()
        where T : notnull => (T)(Execution?.FoundServices ?? new OperationServices(Services)).Find(typeof(T));

    internal object? ArgumentAt(int index) => ((ArgumentValues)Arguments).ValueAt(index);

    internal bool IsArgumentGiven(int index) => ((ArgumentValues)Arguments).IsGiven(index);
}
