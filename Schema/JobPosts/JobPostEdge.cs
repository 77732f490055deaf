namespace Jobs.Schema;

/// <summary>A post in one of the lists of posts.</summary>
public abstract class JobPostEdge(JobPost node) : Edge<JobPost>(node)
{
    /// <summary>From the area of a search; null if the list has none.</summary>
    public virtual int? DistanceMeters => null;
}

/// <summary>A post as found by one search.</summary>
public sealed class FoundJobPostEdge(JobPostFeedRow row, JobPostSort sort) : JobPostEdge(row.JobPost)
{
    // Written only where it is selected: a page of nodes has none.
    public override string Cursor => JobPostFeedCursors.Write(sort, row.Cursor);

    public override int? DistanceMeters => row.DistanceMeters;
}

/// <summary>A post of an employer's, or one that somebody saved.</summary>
public sealed class ListedJobPostEdge(string cursor, JobPost node) : JobPostEdge(node)
{
    public override string Cursor => cursor;
}
