namespace Jobs.Persistence;

/// <summary>Other open posts of the same kind nearby, nearest first.</summary>
public static class SimilarJobPosts
{
    private const int RadiusMeters = 10_000;

    public static async Task<IReadOnlyList<JobPost>> ReadAsync(
        JobPostFeed feed, JobPost post, int first, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var rows = await feed.PageAsync(new JobPostFeedQuery
        {
            Now = now,
            Sort = JobPostSort.Distance,
            Area = FeedArea.Around(post.PublicPoint, RadiusMeters, KnownNeighborhoods.Shipped),
            CategoryIds = [post.CategoryId],
            Limit = first + 1, // The post itself is among its own neighbours.
        }, cancellationToken);
        return [.. rows.Select(row => row.JobPost).Where(other => other.Id != post.Id).Take(first)];
    }
}
