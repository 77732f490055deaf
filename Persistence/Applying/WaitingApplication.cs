namespace Jobs.Persistence;

/// <summary>An application that waits to be stored.</summary>
/// <param name="userId">The person, who is held while it is stored.</param>
/// <param name="jobPostId">The post, which the statement holds.</param>
/// <param name="statement">Stores it: <see cref="ApplicationInsert"/>.</param>
/// <param name="cancellationToken">Gives it up.</param>
internal sealed class WaitingApplication(
    long userId, long jobPostId, RepeatableStatement statement, CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource<long?> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long UserId => userId;

    public long JobPostId => jobPostId;

    public RepeatableStatement Statement => statement;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Its id, or null: something stood against it.</summary>
    public Task<long?> Id => completion.Task;

    public void Complete(long? id) => completion.TrySetResult(id);

    /// <summary>Nobody waits for it any more; whether it is stored depends on how far it came.</summary>
    public void GiveUp() => completion.TrySetCanceled(cancellationToken);

    public void Fail(Exception exception) => completion.TrySetException(exception);
}
