namespace Jobs.Api.WebSockets;

/// <summary>The operations that run on one socket.</summary>
internal sealed class SocketOperations(int operationsMax)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, SocketOperation> byId = new(StringComparer.Ordinal);
    private TaskCompletionSource? ended;
    private int running;

    /// <summary>False if there are as many as there may be. From then on its id is taken.</summary>
    /// <exception cref="SocketClosedException">An operation with this id runs already.</exception>
    public bool TryAdd(SocketOperation operation)
    {
        lock (gate)
        {
            if (byId.ContainsKey(operation.Id)) throw new SocketClosedException(SocketClosure.Duplicate(operation.Id));
            // Those that the client has completed count until they have ended.
            if (running >= operationsMax) return false;
            running++;
            byId.Add(operation.Id, operation);
            return true;
        }
    }

    /// <summary>The id is free again; the operation may still be on its way to its end.</summary>
    public void Release(SocketOperation operation)
    {
        lock (gate)
        {
            if (byId.TryGetValue(operation.Id, out var current) && current == operation) byId.Remove(operation.Id);
        }
    }

    /// <summary>The operation has let go of everything.</summary>
    public void End(SocketOperation operation)
    {
        Release(operation);
        lock (gate)
        {
            if (--running == 0) ended?.TrySetResult();
        }
    }

    /// <summary>The client wants no more of it; an id that nothing runs under is of no matter.</summary>
    public void Abandon(string id)
    {
        SocketOperation? operation;
        lock (gate)
        {
            byId.Remove(id, out operation);
        }
        operation?.Abandon();
    }

    /// <summary>Nobody is there to answer any more.</summary>
    public void AbandonAll()
    {
        foreach (var operation in Running()) operation.Abandon();
    }

    /// <summary>The server wants to end: subscriptions are completed, what has an end of its own may reach it.</summary>
    public void CompleteAll()
    {
        foreach (var operation in Running()) operation.CompleteSubscription();
    }

    /// <summary>When nothing runs any more.</summary>
    public Task WhenEndedAsync()
    {
        lock (gate)
        {
            if (running == 0) return Task.CompletedTask;
            ended ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return ended.Task;
        }
    }

    private SocketOperation[] Running()
    {
        lock (gate) return [.. byId.Values];
    }
}
