namespace Jobs.Schema;

/// <summary>Whether the viewer may act for an employer.</summary>
public sealed class IsMemberByEmployerId(IDbContextFactory<JobsDb> dbFactory, CurrentViewer viewer, BatchScheduler scheduler)
    : DataLoader<long, bool>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<long, bool>> LoadBatchAsync(
        IReadOnlyCollection<long> keys, CancellationToken cancellationToken)
    {
        if (viewer.UserId is not { } userId) return new Dictionary<long, bool>();
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.EmployerMembers.Where(member => member.UserId == userId && keys.Contains(member.EmployerId))
            .ToDictionaryAsync(member => member.EmployerId, _ => true, cancellationToken);
    }
}
