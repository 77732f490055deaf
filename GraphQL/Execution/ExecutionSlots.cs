namespace Jobs.GraphQL.Execution;

/// <summary>Room for operations to be executed; whoever finds none waits for it: first come, first served.</summary>
/// <remarks>
/// What waits has nothing yet but its parameters. A thousand requests that were all under way a little, each with everything
/// that it has read, would fill the processors' caches, and the collector would look at all of it again and again.
/// </remarks>
#pragma warning disable CA1001 // Without a wait handle, which nobody asks for, there is nothing to dispose of.
internal sealed class ExecutionSlots(int count)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _free = new(count);
    private int _waiting;

    /// <summary>How many operations wait for room.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <returns>To be disposed when the operation has its answer.</returns>
    /// <exception cref="OperationCanceledException">Nobody waits for the operation any more.</exception>
    public ValueTask<Slot> TakeAsync(CancellationToken cancellationToken)
    {
        var taking = _free.WaitAsync(cancellationToken);
        return taking.IsCompletedSuccessfully ? new(new Slot(_free)) : WaitAsync(taking);
    }

    private async ValueTask<Slot> WaitAsync(Task taking)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            await taking;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }

        return new Slot(_free);
    }

    public readonly struct Slot(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
