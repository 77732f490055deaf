namespace Jobs.Schema;

/// <summary>An application's changes of status, oldest first.</summary>
public sealed class HistoryByApplicationId(IDbContextFactory<JobsDb> dbFactory, BatchScheduler scheduler)
    : DataLoader<long, IReadOnlyList<ApplicationEvent>>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<long, IReadOnlyList<ApplicationEvent>>> LoadBatchAsync(
        IReadOnlyCollection<long> keys, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var steps = await db.ApplicationEvents.AsNoTracking().Where(step => keys.Contains(step.ApplicationId))
            .OrderBy(step => step.Id).ToListAsync(cancellationToken);
        return steps.GroupBy(step => step.ApplicationId).ToDictionary(
            group => group.Key, IReadOnlyList<ApplicationEvent> (group) => [.. group]);
    }
}
