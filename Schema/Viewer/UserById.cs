namespace Jobs.Schema;

/// <summary>People by id.</summary>
public sealed class UserById(IDbContextFactory<JobsDb> dbFactory, BatchScheduler scheduler) : DataLoader<long, User>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<long, User>> LoadBatchAsync(
        IReadOnlyCollection<long> keys, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.Users.AsNoTracking().Where(user => keys.Contains(user.Id))
            .ToDictionaryAsync(user => user.Id, cancellationToken);
    }
}
