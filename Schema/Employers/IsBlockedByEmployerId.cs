namespace Jobs.Schema;

/// <summary>Whether the viewer and a member of an employer blocked one another.</summary>
public sealed class IsBlockedByEmployerId(IDbContextFactory<JobsDb> dbFactory, CurrentViewer viewer, BatchScheduler scheduler)
    : DataLoader<long, bool>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<long, bool>> LoadBatchAsync(
        IReadOnlyCollection<long> keys, CancellationToken cancellationToken)
    {
        if (viewer.UserId is not { } userId) return new Dictionary<long, bool>();
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.EmployersBlockedWith(userId).Where(employerId => keys.Contains(employerId)).Distinct()
            .ToDictionaryAsync(employerId => employerId, _ => true, cancellationToken);
    }
}
