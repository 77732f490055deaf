using Jobs.GraphQL.Execution;

namespace Jobs.GraphQL.Incremental;

/// <summary>What follows the first result of an incremental response, as it becomes ready and is asked for.</summary>
/// <remarks>Each payload has the execution time that a response has; while the consumer is busy no time runs.</remarks>
internal sealed class IncrementalResults : IAsyncEnumerable<GraphQLResult>, IAsyncEnumerator<GraphQLResult>
{
    private readonly OperationExecution _execution;
    private readonly CancellationTokenSource _lifetime;
    private readonly CancellationToken _caller;
    private CancellationToken _consumer;
    private CancellationTokenRegistration _consumerGivesUp;
    private GraphQLResult? _current;
    private bool _isEnumerated;
    private bool _isDisposed;

    public IncrementalResults(OperationExecution execution, CancellationTokenSource lifetime, CancellationToken caller) =>
        (_execution, _lifetime, _caller) = (execution, lifetime, caller);

    public GraphQLResult Current => _current ?? throw new InvalidOperationException("There is no result.");

    private IncrementalDelivery Delivery => _execution.Delivery!;

    public IAsyncEnumerator<GraphQLResult> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _isEnumerated, true))
            throw new InvalidOperationException("What follows a result is enumerated once.");
        _consumer = cancellationToken;
        if (cancellationToken != _caller)
            _consumerGivesUp = cancellationToken.UnsafeRegister(static results => ((IncrementalResults)results!).Cancel(), this);
        return this;
    }

    public async ValueTask<bool> MoveNextAsync()
    {
        _current = null;
        if (Volatile.Read(ref _isDisposed)) return IsOver();
        var asking = new TaskCompletionSource<IncrementalPayload?>();
        SetTime(_execution.Options.ExecutionTimeout);
        _execution.Queue.RunNow(
            static state =>
            {
                var (delivery, asking) = ((IncrementalDelivery, TaskCompletionSource<IncrementalPayload?>))state!;
                delivery.Ask(asking);
            },
            (Delivery, asking));
        var payload = await asking.Task;
        SetTime(Timeout.InfiniteTimeSpan);
        if (_caller.IsCancellationRequested || _consumer.IsCancellationRequested || Volatile.Read(ref _isDisposed))
        {
            payload?.Return();
            return IsOver();
        }

        if (payload is null) return false;
        _current = new GraphQLResult(payload, _execution.Operation);
        return true;
    }

    /// <summary>Ends whatever still runs, once.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true)) return;
        _consumerGivesUp.Unregister();
        var closing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _execution.Queue.RunNow(
            static state =>
            {
                var (delivery, closing) = ((IncrementalDelivery, TaskCompletionSource))state!;
                delivery.Close();
                closing.SetResult();
            },
            (Delivery, closing));
        await closing.Task;
        Cancel();
        _lifetime.Dispose();
    }

    private bool IsOver()
    {
        _consumer.ThrowIfCancellationRequested();
        _caller.ThrowIfCancellationRequested();
        return false;
    }

    private void SetTime(TimeSpan time)
    {
        try
        {
            _lifetime.CancelAfter(time);
        }
        catch (ObjectDisposedException)
        {
            // The response was disposed meanwhile.
        }
    }

    private void Cancel()
    {
        try
        {
            _lifetime.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The consumer gave up while the response ended.
        }
    }
}
