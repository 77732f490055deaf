namespace Jobs.Schema;

/// <summary>People by id.</summary>
public sealed class UserById(UsersById users, BatchScheduler scheduler) : DataLoader<long, User>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<long, User>> LoadBatchAsync(
        IReadOnlyCollection<long> keys, CancellationToken cancellationToken) =>
        (await users.ReadAsync(keys, cancellationToken)).ToDictionary(user => user.Id);
}
