using Jobs.GraphQL.Incremental;

namespace Jobs.GraphQL.Execution;

/// <summary>Executes selection sets into one tree: that of the first result, or of a part that is delivered later.</summary>
/// <remarks>
/// https://spec.graphql.org/September2025/#sec-Execution
/// Fields are walked at once and in order; a resolver that has not answered yet is left behind and resumed from the
/// <see cref="RequestQueue"/>.
/// </remarks>
internal sealed partial class Executor
{
    private readonly OperationExecution _execution;
    private readonly IncrementalWork? _work;
    private List<GraphQLError>? _errors;
    private int _nextMutation;
    private int _waiting;
    private bool _isOver;

    /// <summary>For the first result (then there is no work), or for a part that comes later.</summary>
    public Executor(OperationExecution execution, ResultTree tree, IncrementalWork? work) =>
        (_execution, Tree, _work) = (execution, tree, work);

    public ResultTree Tree { get; }

    public IReadOnlyList<GraphQLError> Errors => _errors ?? [];

    /// <summary>Query fields all at once; mutation fields one after the other, see <see cref="ExecuteNextMutation"/>.</summary>
    public void ExecuteRootSelectionSet(PlannedSelectionSet rootFields)
    {
        Tree.AddRoot(rootFields);
        if (!_execution.IsMutation && !ExecuteSelectionSet(rootFields, _execution.RootValue, ResultTree.Root))
            Tree.PropagateNull(ResultTree.Root);
    }

    /// <summary>The conditions of the operation cannot be evaluated: it has no fields.</summary>
    public void FailRequest(FieldException problem)
    {
        AddError(new GraphQLError(problem.Message) { Locations = [problem.Node!.Location], Code = ErrorCodes.BadUserInput });
        Tree.AddRoot(new PlannedSelectionSet(_execution.Operation.RootType, []));
        Tree.PropagateNull(ResultTree.Root);
    }

    /// <summary>The next mutation, once everything beneath the one before is complete; false if there is none.</summary>
    public bool ExecuteNextMutation()
    {
        var rootFields = Tree.RootSet.Fields;
        if (!_execution.IsMutation || _nextMutation == rootFields.Length || Tree.IsNull) return false;
        _execution.Batches?.ClearCaches(); // What was loaded beneath the mutation before may be changed by this one.
        var ordinal = _nextMutation++;
        if (!ExecuteField(rootFields[ordinal], _execution.RootValue, ResultTree.Root, ordinal))
            Tree.PropagateNull(ResultTree.Root);
        return true;
    }

    /// <summary>False if a field that cannot be null failed: then the object cannot be, either.</summary>
    private bool ExecuteSelectionSet(PlannedSelectionSet selections, object? parent, int container)
    {
        _execution.CancellationToken.ThrowIfCancellationRequested();
        var frame = selections.IsIncremental ? EnterDeferred(selections, container) : null;
        var fields = selections.Fields;
        for (var ordinal = 0; ordinal < fields.Length; ordinal++)
        {
            if (fields[ordinal].Read is not null && parent is not null) ordinal = ReadLeaves(fields, parent, container, ordinal);
            if (ordinal < fields.Length && !ExecuteField(fields[ordinal], parent, container, ordinal)) return false;
        }

        if (frame is not null)
            LeaveDeferred(selections, frame, parent, container);
        return true;
    }

    /// <summary>Leaves that are there already, one after the other, which most fields of a page are.</summary>
    /// <returns>The first field that is no such leaf, or not as simple: it is null and may not be, or failed.</returns>
    private int ReadLeaves(PlannedField[] fields, object parent, int container, int ordinal)
    {
        var slots = Tree.FieldsOf(container, fields.Length);
        try
        {
            for (; ordinal < slots.Length; ordinal++)
            {
                var field = fields[ordinal];
                if (field.Read is not { } read) break;
                read(parent, ref slots[ordinal]);
                if (slots[ordinal].Reference is null && field.Value.IsNonNull) break;
            }
        }
#pragma warning disable CA1031 // It will fail once more by itself, as a field among others.
        catch (Exception)
#pragma warning restore CA1031
        {
            slots[ordinal] = default;
        }

        return ordinal;
    }

    /// <summary>Resolves a field and completes its value, or leaves it waiting. False as for selection sets.</summary>
    private bool ExecuteField(PlannedField field, object? parent, int container, int ordinal)
    {
        object? value;
        try
        {
            if (field.Read is { } read && parent is not null)
            {
                ref var slot = ref Tree[container, ordinal];
                read(parent, ref slot);
                if (slot.Reference is not null) return true;
                value = null;
            }
            else if (field.Getter is { } getter && parent is not null)
            {
                value = getter(parent);
            }
            else if (field.Folded is { } folded)
            {
                if (Tree.TryAddFolded(folded, container, ordinal)) return true;
                throw ResultTree.TooLarge(_execution.Options.MaxResultValues);
            }
            else
            {
                var answer = ResolveFieldValue(field, parent);
                if (!answer.IsCompletedSuccessfully)
                {
                    Leave(field, answer, container, ordinal);
                    return true;
                }

                value = answer.Result;
            }

            if (field.Value.Item is not null && value is IAsyncEnumerable<object?> items)
            {
                Leave(field, AsyncItems.ReadAsync(field, items, _execution), container, ordinal);
                return true;
            }
        }
#pragma warning disable CA1031 // Whatever a resolver throws belongs to its field.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return HandleFieldError(exception, field, field.Value, container, ordinal);
        }

        return field.MayFold
            ? CompleteIntrospection(field, value, container, ordinal)
            : CompleteFieldValue(field, value, container, ordinal);
    }

    /// <summary>Its resolvers answer at once, so that a value that is complete is so to its last leaf.</summary>
    private bool CompleteIntrospection(PlannedField field, object? value, int container, int ordinal)
    {
        var (values, errors) = (Tree.Values, Errors.Count);
        if (!CompleteFieldValue(field, value, container, ordinal)) return false;
        if (Errors.Count == errors)
            _execution.Operation.Schema.FoldedAnswers.Note(field, Tree, ordinal, Tree.Values - values);
        return true;
    }

    private void Leave(PlannedField field, ValueTask<object?> answer, int container, int ordinal)
    {
        _ = new PendingField(this, field, answer, container, ordinal);
        _waiting++;
        _execution.Wait();
    }

    private ValueTask<object?> ResolveFieldValue(PlannedField field, object? parent)
    {
        var resolver = field.Resolver
            ?? throw new InvalidOperationException($"Nothing answers {field}: the schema was not bound.");
        return resolver(ContextOf(field, parent, _execution.CoerceArgumentValues(field)));
    }

    private ResolverContext ContextOf(PlannedField field, object? parent, ArgumentValues arguments) => new()
    {
        Parent = parent,
        Arguments = arguments,
        Services = _execution.Services,
        Execution = _execution,
        CancellationToken = _execution.CancellationToken,
        Schema = _execution.Operation.Schema,
        ParentType = field.ParentType,
        Field = field.Definition,
        PlannedField = field,
    };

    /// <summary>A resolver has answered: its field goes on where it was left.</summary>
    public void Resume(PendingField pending)
    {
        _waiting--;
        _execution.Resume();
        object? value;
        var (field, container, ordinal) = (pending.Field, pending.Container, pending.Ordinal);
        bool isDone;
        try
        {
            value = pending.GetResult(); // Even if nobody wants it any more: an exception must not stay unobserved.
            if (field.Value.Item is not null && value is IAsyncEnumerable<object?> items && IsWanted(container))
            {
                Leave(field, AsyncItems.ReadAsync(field, items, _execution), container, ordinal);
                return;
            }

            isDone = !IsWanted(container, value) || CompleteFieldValue(field, value, container, ordinal);
        }
#pragma warning disable CA1031 // Whatever a resolver throws belongs to its field.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            isDone = !IsWanted(container) || HandleFieldError(exception, field, field.Value, container, ordinal);
        }

        if (!isDone)
            Tree.PropagateNull(container);
        ReportProgress();
    }

    /// <summary>Whoever gave up the tree has taken its memory, too.</summary>
    private bool IsWanted(int container) => !_isOver && !_execution.IsFinished && Tree.IsAlive(container);

    private bool IsWanted(int container, object? value)
    {
        if (IsWanted(container)) return true;
        (value as AsyncItems)?.Release();
        return false;
    }

    /// <summary>Something broke outside of any field.</summary>
    public void Fail(Exception exception) => _execution.Fail(exception);

    /// <summary>Tells whoever delivers the part when it is complete, or null as a whole.</summary>
    private void ReportProgress()
    {
        if (_work is null || _isOver || (_waiting > 0 && !Tree.IsNull)) return;
        _isOver = true;
        _execution.Delivery!.Report(_work);
    }
}
