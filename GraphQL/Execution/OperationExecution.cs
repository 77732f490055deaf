using System.Collections;
using Jobs.GraphQL.DataLoading;
using Jobs.GraphQL.Diagnostics;
using Jobs.GraphQL.Incremental;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Execution;

/// <summary>The execution of one operation, from its first field to its last result or the moment it is given up.</summary>
/// <remarks>
/// One <see cref="Executor"/> makes the first result; what is deferred or streamed has one each. They share what is here: the
/// <see cref="RequestQueue"/> on which everything happens, the loaders' batches, which go out when nothing is queued and
/// fields are waiting, and the end.
/// </remarks>
internal sealed partial class OperationExecution
{
    private readonly bool _isIncremental;
    private readonly Executor _initial;
    private Dictionary<PlannedField, ArgumentValues>? _arguments;
    private TaskCompletionSource<GraphQLResult>? _completion;
    private CancellationTokenRegistration _cancellation;
    private GraphQLResult? _result;
    private Exception? _failure;
    private int _waiting;
    private int _parts;

    public OperationExecution(
        GraphQLEngineOptions options, IServiceProvider services, OperationPlan operation, CoercedVariables variables,
        object? rootValue, bool isIncremental, CancellationToken cancellationToken)
    {
        (Options, Services, Operation, Variables, RootValue) = (options, services, operation, variables, rootValue);
        (_isIncremental, CancellationToken) = (isIncremental && operation.MayBeIncremental, cancellationToken);
        FoundServices = new OperationServices(services);
        Batches = (BatchScheduler?)services.GetService(typeof(BatchScheduler));
        Queue = new RequestQueue(this);
        _initial = new Executor(this, new ResultTree(options, operation.ValuesExpected), work: null);
    }

    public GraphQLEngineOptions Options { get; }

    public IServiceProvider Services { get; }

    public OperationServices FoundServices { get; }

    public OperationPlan Operation { get; }

    public CoercedVariables Variables { get; }

    public object? RootValue { get; }

    public OperationObserver? Observer { get; init; }

    public CancellationToken CancellationToken { get; }

    public BatchScheduler? Batches { get; }

    public RequestQueue Queue { get; }

    public bool IsMutation => Operation.Node.Operation == OperationType.Mutation;

    /// <summary>Set once the first result is there, if more will follow.</summary>
    public IncrementalDelivery? Delivery { get; private set; }

    /// <summary>True once nothing can change the answer any more.</summary>
    public bool IsFinished => _failure is not null || (_result is not null && Delivery is not { IsFinished: false });

    /// <summary>Runs as far as it can on the calling thread. The task is complete if no resolver had to wait.</summary>
    public Task<GraphQLResult> ExecuteAsync()
    {
        Batches?.Attach(Queue.Wake, CancellationToken);
        Queue.RunNow(static execution => ((OperationExecution)execution!).Start(), this);
        if (_completion is not null) return _completion.Task;
        return _failure is null ? Task.FromResult(_result!) : Task.FromException<GraphQLResult>(_failure);
    }

    /// <summary>The same for every parent: coerced once per request, or once per plan if no variable is in them.</summary>
    public ArgumentValues CoerceArgumentValues(PlannedField field)
    {
        if (field.Arguments.IsConstant) return field.Arguments.CoerceArgumentValues(CoercedVariables.None);
        _arguments ??= [];
        if (!_arguments.TryGetValue(field, out var values))
            _arguments.Add(field, values = field.Arguments.CoerceArgumentValues(Variables));
        return values;
    }

    /// <summary>False if so much was deferred already that this object must be there at once.</summary>
    public bool TryDefer(PlannedSelectionSet selections)
    {
        var parts = selections.Defers.Count + selections.Groups.Count;
        if (_parts + parts > Options.MaxIncrementalParts) return false;
        _parts += parts;
        return true;
    }

    /// <summary>Whether the items of a list may arrive later. What was read in parts must.</summary>
    public bool MayStream(PlannedField field, object list) => list switch
    {
        AsyncItems read => read.HasRest,
        string or IDictionary => false,
        _ => field.Stream is not null && _parts < Options.MaxIncrementalParts,
    };

    public void CountStream() => _parts++;

    /// <summary>A resolver has not answered yet.</summary>
    public void Wait()
    {
        _waiting++;
        BecomeAsynchronous();
    }

    /// <summary>It has.</summary>
    public void Resume() => _waiting--;

    /// <summary>Called when nothing is queued. True if there may be something now.</summary>
    public bool Advance()
    {
        if (IsFinished) return false;
        try
        {
            if (Delivery is not null && Delivery.Advance()) return true;
            if (_waiting > 0 || Delivery is not null)
            {
                if (Batches is not { HasPending: true }) return false;
                Batches.Dispatch();
                return true;
            }

            if (_initial.ExecuteNextMutation()) return true;
            FinishInitialResult();
        }
        catch (OperationCanceledException) when (CancellationToken.IsCancellationRequested)
        {
            Abort();
        }

        return false;
    }

    /// <summary>Hands results over, if there are some and someone waits for them.</summary>
    public void Deliver()
    {
        Delivery?.HandOver();
        if (_completion is null) return;
        if (_failure is OperationCanceledException { CancellationToken: var token })
            _completion.TrySetCanceled(token);
        else if (_failure is not null)
            _completion.TrySetException(_failure);
        else if (_result is not null)
            _completion.TrySetResult(_result);
    }

    /// <summary>Something broke outside of any field.</summary>
    public void Fail(Exception exception)
    {
        if (IsFinished) return;
        if (exception is OperationCanceledException && CancellationToken.IsCancellationRequested)
        {
            Abort();
            return;
        }

        if (Delivery is not null)
        {
            Delivery.Fail(exception);
            return;
        }

        _failure = exception;
        _initial.Discard();
        Leave();
    }

    /// <summary>Nothing runs any more: batches dispatch themselves again.</summary>
    public void Leave()
    {
        _cancellation.Unregister();
        Batches?.Detach();
    }

    private void Start()
    {
        try
        {
            var rootFields = Operation.RootFieldsFor(Variables, _isIncremental);
            if (rootFields.IsIncremental && !TryDefer(rootFields))
                rootFields = Operation.RootFieldsFor(Variables, isIncremental: false);
            _initial.ExecuteRootSelectionSet(rootFields);
        }
        catch (FieldException problem)
        {
            _initial.FailRequest(problem);
        }
    }

    private void FinishInitialResult()
    {
        var delivery = _isIncremental ? IncrementalDelivery.Of(this, _initial) : null;
        _result = ResultOf(_initial, delivery);
        Delivery = delivery;
        if (delivery is null)
            Leave();
        else
            BecomeAsynchronous();
    }

    private GraphQLResult ResultOf(Executor initial, IncrementalDelivery? delivery)
    {
        Operation.ValuesExpected = initial.Tree.Values;
        return new(initial.Tree, initial.Errors, Operation) { Payload = delivery?.Announce() };
    }

    private void BecomeAsynchronous()
    {
        if (_completion is not null) return;
        _completion = new TaskCompletionSource<GraphQLResult>();
        _cancellation = CancellationToken.UnsafeRegister(
            static execution => ((OperationExecution)execution!).Queue.Post(
                static self => ((OperationExecution)self!).Abort(), execution),
            this);
    }

    /// <summary>
    /// The time is over. The answer does not wait for resolvers that are still busy; when they end, the queue lets them run out.
    /// Those that wait for a loader are cancelled, so that what they hold is released.
    /// </summary>
    private void Abort()
    {
        if (IsFinished) return;
        var failure = new OperationCanceledException(CancellationToken);
        if (Delivery is not null)
        {
            Delivery.Fail(failure);
        }
        else
        {
            _failure = failure;
            _initial.Discard();
            Leave();
        }

        Batches?.Stop();
    }
}
