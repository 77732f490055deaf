namespace Jobs.Persistence;

/// <summary>Who can take part.</summary>
public enum ExperimentAudience
{
    /// <summary>People who are no member of any employer.</summary>
    Applicants,

    /// <summary>Members of an employer.</summary>
    Employers,
    Everyone,
}
