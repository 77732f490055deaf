namespace Jobs.Schema;

/// <summary>Posts by id, as far as the viewer may see them.</summary>
public sealed class VisibleJobPostById(IDbContextFactory<JobsDb> dbFactory, CurrentViewer viewer, BatchScheduler scheduler)
    : DataLoader<long, JobPost>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<long, JobPost>> LoadBatchAsync(
        IReadOnlyCollection<long> keys, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.JobPostsVisibleTo(viewer.UserId).AsNoTracking().Where(post => keys.Contains(post.Id))
            .ToDictionaryAsync(post => post.Id, cancellationToken);
    }
}
