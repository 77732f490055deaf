using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence;

/// <summary>One page of an employer's posts: open ones for everybody, all of them for members.</summary>
public sealed record EmployerJobPostsQuery
{
    public required long EmployerId { get; init; }
    public required bool IsMember { get; init; }
    public required DateTimeOffset Now { get; init; }

    /// <summary>As readers see them: a post whose time ran out is EXPIRED.</summary>
    public IReadOnlyList<JobPostStatus> Statuses { get; init; } = [];

    /// <summary>Id of the last post of the page before.</summary>
    public long? After { get; init; }

    public int Limit { get; init; } = 21;
}

/// <summary>An employer's posts, newest first.</summary>
public static class EmployerJobPosts
{
    public static async Task<IReadOnlyList<JobPost>> PageAsync(
        JobsDb db, EmployerJobPostsQuery query, CancellationToken cancellationToken = default)
    {
        var posts = Matching(db, query);
        if (query.After is { } after) posts = posts.Where(post => post.Id < after);
        return await posts.OrderByDescending(post => post.Id).Take(query.Limit).ToListAsync(cancellationToken);
    }

    public static Task<int> CountAsync(
        JobsDb db, EmployerJobPostsQuery query, int ceiling, CancellationToken cancellationToken = default) =>
        Matching(db, query).Take(ceiling + 1).CountAsync(cancellationToken);

    private static IQueryable<JobPost> Matching(JobsDb db, EmployerJobPostsQuery query)
    {
        var (statuses, now) = (query.Statuses, query.Now.ToUniversalTime());
        var posts = db.JobPosts.AsNoTracking().Where(post => post.EmployerId == query.EmployerId);
        if (!query.IsMember)
            posts = posts.Where(post => post.Status == JobPostStatus.Open && (post.ExpiresAt == null || post.ExpiresAt > now));
        if (statuses.Count == 0) return posts;
        var (open, expired) = (statuses.Contains(JobPostStatus.Open), statuses.Contains(JobPostStatus.Expired));
        return posts.Where(post => post.Status == JobPostStatus.Open
            ? post.ExpiresAt <= now ? expired : open
            : statuses.Contains(post.Status));
    }
}
