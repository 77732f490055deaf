namespace Jobs.Schema;

/// <summary>Posts by id, whoever may see them: for relations whose parent the viewer already sees.</summary>
public sealed class JobPostById(IDbContextFactory<JobsDb> dbFactory, BatchScheduler scheduler)
    : DataLoader<long, JobPost>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<long, JobPost>> LoadBatchAsync(
        IReadOnlyCollection<long> keys, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.JobPosts.AsNoTracking().Where(post => keys.Contains(post.Id))
            .ToDictionaryAsync(post => post.Id, cancellationToken);
    }
}
