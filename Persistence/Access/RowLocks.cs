using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence;

/// <summary>Rows that a transaction holds until it ends.</summary>
public static class RowLocks
{
    /// <summary>Nobody else changes the post, but others may hold it like this too.</summary>
    public static Task HoldJobPostAsync(this JobsDb db, long jobPostId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT 1 FROM job_posts WHERE id = {jobPostId} FOR SHARE", cancellationToken);

    /// <summary>Nobody else changes or holds the post.</summary>
    public static Task LockJobPostAsync(this JobsDb db, long jobPostId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT 1 FROM job_posts WHERE id = {jobPostId} FOR UPDATE", cancellationToken);

    /// <summary>Locks those of the applications that the caller may touch, in the order of their ids so that two callers cannot wait in a circle.</summary>
    public static async Task<IReadOnlyList<Application>> LockApplicationsAsync(
        this JobsDb db, IQueryable<Application> permitted, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var locked = await permitted.Where(application => ids.Contains(application.Id)).Select(application => application.Id)
            .ToArrayAsync(cancellationToken);
        return await db.Applications
            .FromSql($"SELECT * FROM applications WHERE id = ANY ({locked}) ORDER BY id FOR UPDATE").ToListAsync(cancellationToken);
    }
}
