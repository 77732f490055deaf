using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence;

/// <summary>Keeps a post for later.</summary>
public static class JobPostSaves
{
    /// <summary>Saving twice is saving once, also at once: the first time stays. LINQ has no word for that.</summary>
    /// <returns>Whether it was not saved already.</returns>
    public static async Task<bool> SaveJobPostAsync(
        this JobsDb db, long userId, long jobPostId, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO saved_job_posts (user_id, job_post_id, saved_at) VALUES ({userId}, {jobPostId}, {now})
            ON CONFLICT DO NOTHING
            """, cancellationToken) > 0;
}
