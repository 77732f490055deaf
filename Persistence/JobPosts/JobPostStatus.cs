namespace Jobs.Persistence;

/// <summary>Life of a job post (공고).</summary>
public enum JobPostStatus
{
    Draft,
    UnderReview,
    Open,
    Paused,
    Closed,
    Filled,
    Expired,
    Removed,
}
