namespace Jobs.Schema;

/// <summary>Applications by id: the viewer's own, and those to employers whose member the viewer is.</summary>
public sealed class VisibleApplicationById(IDbContextFactory<JobsDb> dbFactory, CurrentViewer viewer, BatchScheduler scheduler)
    : DataLoader<long, Application>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<long, Application>> LoadBatchAsync(
        IReadOnlyCollection<long> keys, CancellationToken cancellationToken)
    {
        if (viewer.UserId is not { } userId) return new Dictionary<long, Application>();
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.ApplicationsVisibleTo(userId).AsNoTracking().Where(application => keys.Contains(application.Id))
            .ToDictionaryAsync(application => application.Id, cancellationToken);
    }
}
