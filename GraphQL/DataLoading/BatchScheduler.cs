namespace Jobs.GraphQL.DataLoading;

/// <summary>Holds the batches of a request's loaders until no field of the request can go on without them.</summary>
/// <remarks>
/// One per request: register it as scoped (<c>services.AddScoped&lt;BatchScheduler&gt;()</c>) beside the loaders, and give
/// <see cref="GraphQLRequest.Services"/> that scope. The executor dispatches; there is no timer. Outside a running request
/// (a test, a background job) a batch is dispatched on the thread pool as soon as a thread is free.
/// </remarks>
public sealed class BatchScheduler
{
    private readonly List<ILoadedValues> _loaders = [];
    private List<Batch> _pending = [];
    private Action? _wake;
    private CancellationToken _cancellationToken;
    private bool _isStopped;

    /// <summary>One for the scheduler and all its loaders, which one request asks one after the other anyway.</summary>
    internal Lock Gate { get; } = new();

    internal bool HasPending
    {
        get
        {
            lock (Gate)
                return _pending.Count > 0;
        }
    }

    /// <summary>Starts every batch that was collected; what they ask for in turn becomes the next round.</summary>
    internal void Dispatch()
    {
        List<Batch> round;
        CancellationToken cancellationToken;
        lock (Gate)
        {
            if (_pending.Count == 0) return;
            (round, _pending) = (_pending, []);
            cancellationToken = _cancellationToken;
        }

        foreach (var batch in round)
            _ = batch.DispatchAsync(cancellationToken);
    }

    internal void Schedule(Batch batch)
    {
        Action? wake;
        bool isStopped;
        lock (Gate)
        {
            (wake, isStopped) = (_wake, _isStopped);
            if (!isStopped)
                _pending.Add(batch);
        }

        if (isStopped)
            batch.Cancel();
        else if (wake is not null)
            wake();
        else
            ThreadPool.UnsafeQueueUserWorkItem(static scheduler => scheduler.Dispatch(), this, preferLocal: false);
    }

    /// <summary>From now on the executor dispatches; <paramref name="wake"/> tells it that there is something to.</summary>
    internal void Attach(Action wake, CancellationToken cancellationToken)
    {
        lock (Gate)
            (_wake, _cancellationToken, _isStopped) = (wake, cancellationToken, false);
    }

    /// <summary>The executor is done: batches dispatch themselves again.</summary>
    internal void Detach()
    {
        lock (Gate)
            (_wake, _cancellationToken) = (null, default);
    }

    /// <summary>The request was given up: whoever still waits, or asks from now on, is cancelled.</summary>
    internal void Stop()
    {
        List<Batch> round;
        lock (Gate)
        {
            _isStopped = true;
            (round, _pending) = (_pending, []);
        }

        foreach (var batch in round)
            batch.Cancel();
    }

    internal void Register(ILoadedValues loader)
    {
        lock (Gate)
            _loaders.Add(loader);
    }

    /// <summary>Makes every loader forget what it has loaded: a mutation may have changed it.</summary>
    internal void ClearCaches()
    {
        lock (Gate)
        {
            foreach (var loader in _loaders)
                loader.Clear();
        }
    }
}
