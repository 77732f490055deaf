using System.Runtime.CompilerServices;

namespace Jobs.GraphQL.Execution;

/// <summary>A field whose resolver has not answered yet, and where its value will go.</summary>
internal sealed class PendingField
{
    private readonly Executor _executor;
    private readonly ValueTaskAwaiter<object?> _awaiter;

    public PendingField(Executor executor, PlannedField field, ValueTask<object?> value, int container, int ordinal)
    {
        _executor = executor;
        (Field, Container, Ordinal) = (field, container, ordinal);
        _awaiter = value.GetAwaiter();
        _awaiter.UnsafeOnCompleted(Resume); // Captures the request's queue: a resolver that ends elsewhere is brought back.
    }

    public PlannedField Field { get; }

    public int Container { get; }

    public int Ordinal { get; }

    /// <summary>The value; throws what the resolver threw.</summary>
    public object? GetResult() => _awaiter.GetResult();

    /// <summary>May be called from inside the completion of a task, which takes no exception.</summary>
    private void Resume()
    {
        try
        {
            _executor.Resume(this);
        }
#pragma warning disable CA1031 // The request fails, not the process.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _executor.Fail(exception);
        }
    }
}
