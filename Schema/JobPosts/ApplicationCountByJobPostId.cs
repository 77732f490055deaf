namespace Jobs.Schema;

/// <summary>How many applications a post has; withdrawn ones do not count.</summary>
public sealed class ApplicationCountByJobPostId(IDbContextFactory<JobsDb> dbFactory, BatchScheduler scheduler)
    : DataLoader<long, int>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<long, int>> LoadBatchAsync(
        IReadOnlyCollection<long> keys, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.Applications
            .Where(application => keys.Contains(application.JobPostId) && application.Status != ApplicationStatus.Withdrawn)
            .GroupBy(application => application.JobPostId)
            .Select(group => new { JobPostId = group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.JobPostId, row => row.Count, cancellationToken);
    }
}
