namespace Jobs.GraphQL.Execution;

/// <summary>From the first field to the result, or to the moment the request is given up.</summary>
internal sealed partial class Executor
{
    private TaskCompletionSource<GraphQLResult>? _completion;
    private CancellationTokenRegistration _cancellation;
    private GraphQLResult? _result;
    private Exception? _failure;

    private bool IsFinished => _result is not null || _failure is not null;

    /// <summary>Runs as far as it can on the calling thread. The task is complete if no resolver had to wait.</summary>
    public Task<GraphQLResult> ExecuteAsync()
    {
        _batches?.Attach(Queue.Wake, _cancellationToken);
        Queue.RunNow(static executor => ((Executor)executor!).ExecuteRootSelectionSet(), this);
        if (_completion is not null) return _completion.Task;
        return _failure is null ? Task.FromResult(_result!) : Task.FromException<GraphQLResult>(_failure);
    }

    /// <summary>Called when nothing is queued. True if there may be something now.</summary>
    public bool Advance()
    {
        if (IsFinished) return false;
        if (_waiting > 0)
        {
            if (_batches is not { HasPending: true }) return false;
            _batches.Dispatch();
            return true;
        }

        try
        {
            if (ExecuteNextMutation()) return true;
        }
        catch (OperationCanceledException) when (_cancellationToken.IsCancellationRequested)
        {
            Abort();
            return true;
        }

        Finish(new GraphQLResult(_tree, _errors, _operation));
        return false;
    }

    /// <summary>Hands the result over, if there is one and someone waits for it.</summary>
    public void Deliver()
    {
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
        if (exception is OperationCanceledException && _cancellationToken.IsCancellationRequested)
        {
            Abort();
            return;
        }

        _failure = exception;
        Leave();
    }

    private void BecomeAsynchronous()
    {
        if (_completion is not null) return;
        _completion = new TaskCompletionSource<GraphQLResult>();
        _cancellation = _cancellationToken.UnsafeRegister(
            static executor => ((Executor)executor!).Queue.Post(static self => ((Executor)self!).Abort(), executor), this);
    }

    /// <summary>
    /// The time is over. The answer does not wait for resolvers that are still busy; when they end, the queue lets them run out.
    /// Those that wait for a loader are cancelled, so that what they hold is released.
    /// </summary>
    private void Abort()
    {
        if (IsFinished) return;
        _failure = new OperationCanceledException(_cancellationToken);
        Leave();
        _batches?.Stop();
    }

    private void Finish(GraphQLResult result)
    {
        _result = result;
        Leave();
    }

    private void Leave()
    {
        _cancellation.Unregister();
        if (_failure is not null)
            _tree.Return();
        _batches?.Detach();
    }
}
