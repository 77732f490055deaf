namespace Jobs.GraphQL.DataLoading;

/// <summary>Keys that one loader has collected and will ask for in one go.</summary>
internal abstract class Batch
{
    /// <summary>Loads the keys and answers everyone who waits for them; never throws.</summary>
    public abstract Task DispatchAsync(CancellationToken cancellationToken);

    /// <summary>Answers everyone who waits with a cancellation, so that their <c>finally</c> blocks run.</summary>
    public abstract void Cancel();
}
