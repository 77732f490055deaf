namespace Jobs.GraphQL.Diagnostics;

/// <summary>Watches one request on its way through the engine, for logs, traces and counts.</summary>
/// <remarks>A subscription ends for its observer when it runs or fails to: its events are no part of the request.</remarks>
public abstract class OperationObserver
{
    private GraphQLResult? _result;
    private bool _goesOn;
    private int _isEnded;
    private long _writtenBytes;

    /// <summary>Bytes of all results that were written until now.</summary>
    protected long WrittenBytes => Volatile.Read(ref _writtenBytes);

    /// <summary>The operation is valid, and its variables fit.</summary>
    public abstract void OnOperation(ObservedOperation operation);

    /// <summary>The calling flow is about to execute it: it may be, and its answer is not known beforehand.</summary>
    public virtual void OnExecuting()
    {
    }

    /// <summary>A field of a mutation has done its work; what is selected of its value follows.</summary>
    /// <param name="value">As the resolver returned it.</param>
    public virtual void OnMutated(object? value)
    {
    }

    /// <summary>For whoever sends a request: it ended in an exception, with nothing to write and dispose.</summary>
    public void Abandon() => End();

    /// <param name="result">The first or only result; null if there is none: a subscription that runs, or an exception.</param>
    protected abstract void OnEnd(GraphQLResult? result);

    internal GraphQLResult Watch(GraphQLResult result)
    {
        result.Observer = this;
        _result = result;
        return result;
    }

    internal void Watch(GraphQLResponse response)
    {
        if (response.Initial is not { } initial)
        {
            End();
            return;
        }

        _goesOn = response.Following is not null;
        response.Observer = this;
        Watch(initial);
    }

    internal void Wrote(long bytes) => Interlocked.Add(ref _writtenBytes, bytes);

    internal void OnDisposed(GraphQLResult result)
    {
        if (!_goesOn && ReferenceEquals(result, _result)) End();
    }

    internal void End()
    {
        if (Interlocked.Exchange(ref _isEnded, 1) == 0) OnEnd(_result);
    }
}
