namespace Jobs.Persistence;

/// <summary>Life of one application (지원서).</summary>
public enum ApplicationStatus
{
    Submitted,
    Read,
    Shortlisted,
    Interview,
    Accepted,
    Rejected,
    Withdrawn,
    Lapsed,
}
