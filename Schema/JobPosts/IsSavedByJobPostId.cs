namespace Jobs.Schema;

/// <summary>Whether the viewer saved a post.</summary>
public sealed class IsSavedByJobPostId(IDbContextFactory<JobsDb> dbFactory, CurrentViewer viewer, BatchScheduler scheduler)
    : DataLoader<long, bool>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<long, bool>> LoadBatchAsync(
        IReadOnlyCollection<long> keys, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.SavedJobPosts.Where(saved => saved.UserId == viewer.UserId && keys.Contains(saved.JobPostId))
            .ToDictionaryAsync(saved => saved.JobPostId, _ => true, cancellationToken);
    }
}
