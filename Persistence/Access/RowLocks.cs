using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence;

/// <summary>Rows that a transaction keeps to itself until it ends.</summary>
/// <remarks>
/// First the person, then the post, then applications, several of a kind by id, so that nobody waits in a circle. A row that the
/// caller may not touch is not waited for either: it answers at once, like one that does not exist.
/// </remarks>
public static class RowLocks
{
    /// <summary>The same person's other actions wait their turn; rows that only refer to the person do not.</summary>
    public static Task LockUserAsync(this JobsDb db, long userId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT 1 FROM users WHERE id = {userId} FOR NO KEY UPDATE", cancellationToken);

    /// <summary>Nobody else changes or holds the post. Null if it is not a permitted one.</summary>
    public static async Task<JobPost?> LockJobPostAsync(
        this JobsDb db, IQueryable<JobPost> permitted, long jobPostId, CancellationToken cancellationToken)
    {
        if (!await permitted.AnyAsync(post => post.Id == jobPostId, cancellationToken)) return null;
        var rows = db.JobPosts.FromSql($"SELECT * FROM job_posts WHERE id = {jobPostId} FOR UPDATE");
        return await rows.ToListAsync(cancellationToken) is [var locked] ? locked : null;
    }

    /// <summary>Those of the applications that are permitted ones, in the order of their ids.</summary>
    public static async Task<IReadOnlyList<Application>> LockApplicationsAsync(
        this JobsDb db, IQueryable<Application> permitted, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var locked = await permitted.Where(application => ids.Contains(application.Id)).Select(application => application.Id)
            .ToArrayAsync(cancellationToken);
        var rows = db.Applications.FromSql($"SELECT * FROM applications WHERE id = ANY ({locked}) ORDER BY id FOR UPDATE");
        return await rows.ToListAsync(cancellationToken);
    }
}
