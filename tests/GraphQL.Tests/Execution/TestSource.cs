namespace Jobs.GraphQL.Tests.Execution;

/// <summary>Events that a test gives by hand; counts how often it was asked and disposed.</summary>
internal sealed class TestSource : IAsyncEnumerable<object?>
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<object?> _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True if the source goes on waiting when it is told to stop.</summary>
    public bool IsDeaf { get; init; }

    public int Asked { get; private set; }

    public int Disposed { get; private set; }

    /// <summary>Complete when the source was disposed.</summary>
    public Task Ended => _ended.Task;

    public void Give(object? value) => _next.SetResult(value);

    public IAsyncEnumerator<object?> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new Enumerator(this, IsDeaf ? default : cancellationToken);

    private sealed class Enumerator(TestSource source, CancellationToken cancellationToken) : IAsyncEnumerator<object?>
    {
        public object? Current { get; private set; }

        public async ValueTask<bool> MoveNextAsync()
        {
            source.Asked++;
            Current = await source._next.Task.WaitAsync(cancellationToken);
            source._next = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
            return true;
        }

        public ValueTask DisposeAsync()
        {
            source.Disposed++;
            source._ended.TrySetResult();
            return default;
        }
    }
}
