namespace Jobs.Schema;

/// <summary>The viewer's own application to a post: the live one, or else the newest.</summary>
public sealed class OwnApplicationByJobPostId(IDbContextFactory<JobsDb> dbFactory, CurrentViewer viewer, BatchScheduler scheduler)
    : DataLoader<long, Application>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<long, Application>> LoadBatchAsync(
        IReadOnlyCollection<long> keys, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var applications = await db.Applications.AsNoTracking()
            .Where(application => application.ApplicantId == viewer.UserId && keys.Contains(application.JobPostId))
            .OrderByDescending(application => ApplicationStatuses.Live.Contains(application.Status))
            .ThenByDescending(application => application.Id)
            .ToListAsync(cancellationToken);
        return applications.DistinctBy(application => application.JobPostId).ToDictionary(application => application.JobPostId);
    }
}
