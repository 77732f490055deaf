namespace Jobs.Schema;

/// <summary>How many posts one employer may publish in a day: far above honest use, far below a flood.</summary>
public static class PublicationLimit
{
    public const int PerDay = 50;

    public static async Task<RateLimitedError?> CheckAsync(
        JobsDb db, long employerId, DateTimeOffset now, RequestLanguage language, CancellationToken cancellationToken)
    {
        var since = now.AddDays(-1);
        var published = db.JobPosts.Where(post => post.EmployerId == employerId && post.PublishedAt > since);
        var oldest = await published.OrderByDescending(post => post.PublishedAt).Skip(PerDay - 1)
            .Select(post => post.PublishedAt).FirstOrDefaultAsync(cancellationToken);
        return oldest is { } at ? new RateLimitedError((int)Math.Ceiling((at.AddDays(1) - now).TotalSeconds), language) : null;
    }
}
