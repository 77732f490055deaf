namespace Jobs.Persistence;

/// <summary>Where a page ended: the sort key and id of its last post, and when the ranking run began.</summary>
/// <param name="Key">Microseconds since 1970, won an hour or metres, after the sort.</param>
/// <param name="Id">The post's id, which breaks ties.</param>
/// <param name="AsOf">What was published later is left out of RECOMMENDED pages.</param>
public sealed record JobPostFeedCursor(long Key, long Id, DateTimeOffset AsOf);

/// <summary>A post as found by one search.</summary>
/// <param name="Found">The post with what was asked for.</param>
/// <param name="DistanceMeters">From the centre of the search; null if it had no area.</param>
/// <param name="Cursor">Continues after this post.</param>
public sealed record JobPostFeedRow(JobPostWithParts Found, int? DistanceMeters, JobPostFeedCursor Cursor)
{
    public JobPost JobPost => Found.JobPost;
}
