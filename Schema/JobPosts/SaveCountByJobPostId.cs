namespace Jobs.Schema;

/// <summary>How many people saved a post.</summary>
public sealed class SaveCountByJobPostId(IDbContextFactory<JobsDb> dbFactory, BatchScheduler scheduler)
    : DataLoader<long, int>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<long, int>> LoadBatchAsync(
        IReadOnlyCollection<long> keys, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.SavedJobPosts.Where(saved => keys.Contains(saved.JobPostId)).GroupBy(saved => saved.JobPostId)
            .Select(group => new { JobPostId = group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.JobPostId, row => row.Count, cancellationToken);
    }
}
