using Jobs.GraphQL.DataLoading;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Execution;

/// <summary>Executes one operation of one request.</summary>
/// <remarks>
/// https://spec.graphql.org/September2025/#sec-Execution
/// Fields are walked at once and in order; a resolver that has not answered yet is left behind and resumed from the
/// <see cref="RequestQueue"/>. When nothing is queued and fields are waiting, the batches that loaders have collected go out.
/// </remarks>
internal sealed partial class Executor
{
    private readonly GraphQLEngineOptions _options;
    private readonly IServiceProvider _services;
    private readonly OperationPlan _operation;
    private readonly CoercedVariables _variables;
    private readonly object? _rootValue;
    private readonly BatchScheduler? _batches;
    private readonly CancellationToken _cancellationToken;
    private readonly ResultTree _tree = new();
    private readonly List<GraphQLError> _errors = [];
    private Dictionary<PlannedField, ArgumentValues>? _arguments;
    private int _nextMutation;
    private int _waiting;

    public Executor(
        GraphQLEngineOptions options, IServiceProvider services, OperationPlan operation, CoercedVariables variables,
        object? rootValue, CancellationToken cancellationToken)
    {
        (_options, _services, _operation, _variables) = (options, services, operation, variables);
        _rootValue = rootValue;
        _cancellationToken = cancellationToken;
        _batches = (BatchScheduler?)services.GetService(typeof(BatchScheduler));
        Queue = new RequestQueue(this);
    }

    public RequestQueue Queue { get; }

    private bool IsMutation => _operation.Node.Operation == OperationType.Mutation;

    private GraphQLSchema Schema => _operation.Schema;

    /// <summary>Query fields all at once; mutation fields one after the other, from <see cref="Advance"/>.</summary>
    private void ExecuteRootSelectionSet()
    {
        try
        {
            var rootFields = _operation.RootFieldsFor(_variables);
            _tree.AddRoot(rootFields);
            if (!IsMutation && !ExecuteSelectionSet(rootFields, _rootValue, ResultTree.Root))
                _tree.PropagateNull(ResultTree.Root);
        }
        catch (FieldException problem)
        {
            AddError(new GraphQLError(problem.Message) { Locations = [problem.Node!.Location], Code = ErrorCodes.BadUserInput });
            _tree.AddRoot(new PlannedSelectionSet(_operation.RootType, []));
            _tree.PropagateNull(ResultTree.Root);
        }
    }

    /// <summary>The next mutation, once everything beneath the one before is complete; false if there is none.</summary>
    private bool ExecuteNextMutation()
    {
        var rootFields = _tree.RootSet.Fields;
        if (!IsMutation || _nextMutation == rootFields.Length || _tree.IsNull) return false;
        _batches?.ClearCaches(); // What was loaded beneath the mutation before may be changed by this one.
        var ordinal = _nextMutation++;
        if (!ExecuteField(rootFields[ordinal], _rootValue, ResultTree.Root, ordinal))
            _tree.PropagateNull(ResultTree.Root);
        return true;
    }

    /// <summary>False if a field that cannot be null failed: then the object cannot be, either.</summary>
    private bool ExecuteSelectionSet(PlannedSelectionSet selections, object? parent, int container)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var fields = selections.Fields;
        for (var ordinal = 0; ordinal < fields.Length; ordinal++)
        {
            if (!ExecuteField(fields[ordinal], parent, container, ordinal)) return false;
        }

        return true;
    }

    /// <summary>Resolves a field and completes its value, or leaves it waiting. False as for selection sets.</summary>
    private bool ExecuteField(PlannedField field, object? parent, int container, int ordinal)
    {
        object? value;
        try
        {
            if (field.Read is { } read && parent is not null)
            {
                ref var slot = ref _tree[container, ordinal];
                read(parent, ref slot);
                if (slot.Reference is not null) return true;
                value = null;
            }
            else if (field.Definition.Getter is { } getter && parent is not null)
            {
                value = getter(parent);
            }
            else
            {
                var answer = ResolveFieldValue(field, parent);
                if (!answer.IsCompletedSuccessfully)
                {
                    _ = new PendingField(this, field, answer, container, ordinal);
                    _waiting++;
                    BecomeAsynchronous();
                    return true;
                }

                value = answer.Result;
            }
        }
#pragma warning disable CA1031 // Whatever a resolver throws belongs to its field.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return HandleFieldError(exception, field, field.Value, container, ordinal);
        }

        return CompleteFieldValue(field, value, container, ordinal);
    }

    private ValueTask<object?> ResolveFieldValue(PlannedField field, object? parent)
    {
        var resolver = field.Definition.Resolver
            ?? throw new InvalidOperationException($"Nothing answers {field}: the schema was not bound.");
        return resolver(ContextOf(field, parent, CoerceArgumentValues(field)));
    }

    /// <summary>The same for every parent: coerced once per request, or once per plan if no variable is in them.</summary>
    private ArgumentValues CoerceArgumentValues(PlannedField field)
    {
        if (field.Arguments.IsConstant) return field.Arguments.CoerceArgumentValues(CoercedVariables.None);
        _arguments ??= [];
        if (!_arguments.TryGetValue(field, out var values))
            _arguments.Add(field, values = field.Arguments.CoerceArgumentValues(_variables));
        return values;
    }

    private ResolverContext ContextOf(PlannedField field, object? parent, ArgumentValues arguments) => new()
    {
        Parent = parent,
        Arguments = arguments,
        Services = _services,
        CancellationToken = _cancellationToken,
        Schema = Schema,
        ParentType = field.ParentType,
        Field = field.Definition,
        PlannedField = field,
    };

    /// <summary>A resolver has answered: its field goes on where it was left.</summary>
    public void Resume(PendingField pending)
    {
        _waiting--;
        object? value;
        var (field, container, ordinal) = (pending.Field, pending.Container, pending.Ordinal);
        bool isDone;
        try
        {
            value = pending.GetResult(); // Even if nobody wants it any more: an exception must not stay unobserved.
            if (IsFinished || !_tree.IsAlive(container)) return;
            isDone = CompleteFieldValue(field, value, container, ordinal);
        }
#pragma warning disable CA1031 // Whatever a resolver throws belongs to its field.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (IsFinished || !_tree.IsAlive(container)) return;
            isDone = HandleFieldError(exception, field, field.Value, container, ordinal);
        }

        if (!isDone)
            _tree.PropagateNull(container);
    }
}
