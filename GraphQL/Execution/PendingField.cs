using System.Runtime.CompilerServices;

namespace Jobs.GraphQL.Execution;

/// <summary>A field whose resolver has not answered yet, and where its value will go.</summary>
internal sealed class PendingField
{
    private readonly Executor _executor;
    private readonly ConfiguredValueTaskAwaitable<object?>.ConfiguredValueTaskAwaiter _awaiter;

    public PendingField(Executor executor, PlannedField field, ValueTask<object?> value, int container, int ordinal)
    {
        _executor = executor;
        (Field, Container, Ordinal) = (field, container, ordinal);
        _awaiter = value.ConfigureAwait(false).GetAwaiter();
        _awaiter.UnsafeOnCompleted(ReturnToQueue);
    }

    public PlannedField Field { get; }

    public int Container { get; }

    public int Ordinal { get; }

    /// <summary>The value; throws what the resolver threw.</summary>
    public object? GetResult() => _awaiter.GetResult();

    /// <summary>The resolver may end on any thread; the result belongs to the request's queue.</summary>
    private void ReturnToQueue() => _executor.Queue.Post(static pending => ((PendingField)pending!).Resume(), this);

    private void Resume() => _executor.Resume(this);
}
