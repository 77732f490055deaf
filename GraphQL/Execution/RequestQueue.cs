namespace Jobs.GraphQL.Execution;

/// <summary>Runs everything that happens in one request one after the other, on whatever thread is free.</summary>
/// <remarks>
/// It is the synchronization context of the request's resolvers: what follows an <c>await</c> comes back here, so resolvers,
/// loaders and the result tree of one request never run at the same time, while their I/O does. When nothing is queued, the
/// executor decides what comes next: batches, the next mutation, the end.
/// </remarks>
internal sealed class RequestQueue(OperationExecution execution) : SynchronizationContext, IThreadPoolWorkItem
{
    private readonly Lock _gate = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _items = new();
    private readonly ExecutionContext? _executionContext = ExecutionContext.Capture();
    private bool _isRunning;
    private bool _isAwake;

    /// <summary>Runs work and then everything that can go on at once: on the calling thread, unless one is at it.</summary>
    public void RunNow(SendOrPostCallback work, object? state)
    {
        lock (_gate)
        {
            _items.Enqueue((work, state));
            if (_isRunning) return;
            _isRunning = true;
        }

        Drain();
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_gate)
        {
            _items.Enqueue((d, state));
            if (_isRunning) return;
            _isRunning = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Something outside the queue has changed what the executor would do next.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            _isAwake = true;
            if (_isRunning) return;
            _isRunning = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("Blocking on the queue of a request would wait for itself.");

    public override SynchronizationContext CreateCopy() => this;

    void IThreadPoolWorkItem.Execute()
    {
        if (_executionContext is null)
            Drain();
        else
            ExecutionContext.Run(_executionContext, static queue => ((RequestQueue)queue!).Drain(), this);
    }

    private void Drain()
    {
        var outer = Current;
        SetSynchronizationContext(this);
        do RunQueued();
        while (execution.Advance() || !TryRest());
        SetSynchronizationContext(outer);
        execution.Deliver(); // Outside the queue: whoever waits for the result goes on from here.
    }

    private void RunQueued()
    {
        while (true)
        {
            (SendOrPostCallback Callback, object? State) item;
            lock (_gate)
            {
                if (!_items.TryDequeue(out item)) return;
            }

            try
            {
                item.Callback(item.State);
            }
#pragma warning disable CA1031 // Whatever an async void method throws here ends this request, not the process.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                execution.Fail(exception);
            }
        }
    }

    /// <summary>False if something arrived between the last look and now.</summary>
    private bool TryRest()
    {
        lock (_gate)
        {
            if (_items.Count > 0 || _isAwake)
            {
                _isAwake = false;
                return false;
            }

            _isRunning = false;
            return true;
        }
    }
}
