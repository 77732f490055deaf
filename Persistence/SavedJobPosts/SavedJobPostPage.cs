using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence;

/// <summary>A person's saved posts, last saved first; ended ones stay, taken-down ones and drafts do not show.</summary>
public static class SavedJobPostPage
{
    private static readonly JobPostStatus[] Hidden = [JobPostStatus.Draft, JobPostStatus.UnderReview, JobPostStatus.Removed];

    public static async Task<IReadOnlyList<SavedJobPostRow>> ReadAsync(
        JobsDb db, long userId, SavedJobPostCursor? after, int limit, CancellationToken cancellationToken = default)
    {
        var saves = db.SavedJobPosts.AsNoTracking().Where(saved => saved.UserId == userId);
        if (after is not null)
        {
            var (savedAt, postId) = (after.SavedAt.ToUniversalTime(), after.JobPostId);
            saves = saves.Where(saved => EF.Functions.LessThan(
                ValueTuple.Create(saved.SavedAt, saved.JobPostId), ValueTuple.Create(savedAt, postId)));
        }
        return await saves
            .Join(Shown(db), saved => saved.JobPostId, post => post.Id, (saved, post) => new { saved, post })
            .OrderByDescending(row => row.saved.SavedAt).ThenByDescending(row => row.saved.JobPostId).Take(limit)
            .Select(row => new SavedJobPostRow(row.post, new SavedJobPostCursor(row.saved.SavedAt, row.saved.JobPostId)))
            .ToListAsync(cancellationToken);
    }

    public static Task<int> CountAsync(JobsDb db, long userId, int ceiling, CancellationToken cancellationToken = default) =>
        db.SavedJobPosts.Where(saved => saved.UserId == userId)
            .Join(Shown(db), saved => saved.JobPostId, post => post.Id, (saved, _) => saved).Take(ceiling + 1)
            .CountAsync(cancellationToken);

    private static IQueryable<JobPost> Shown(JobsDb db) =>
        db.JobPosts.AsNoTracking().Where(post => !Hidden.Contains(post.Status));
}

/// <summary>Where a page of saved posts ended.</summary>
public sealed record SavedJobPostCursor(DateTimeOffset SavedAt, long JobPostId);

/// <summary>A saved post; the cursor continues after it.</summary>
public sealed record SavedJobPostRow(JobPost JobPost, SavedJobPostCursor Cursor);
