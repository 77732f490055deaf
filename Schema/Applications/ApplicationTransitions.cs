namespace Jobs.Schema;

/// <summary>Where an application may go from its present status.</summary>
public static class ApplicationTransitions
{
    private static readonly ApplicationStatus[] Undecided =
        [ApplicationStatus.Submitted, ApplicationStatus.Read, ApplicationStatus.Shortlisted, ApplicationStatus.Interview];

    public static bool IsUndecided(ApplicationStatus status) => Undecided.Contains(status);

    /// <summary>What a member of the employer may do.</summary>
    public static IReadOnlyList<ApplicationStatus> ByEmployer(ApplicationStatus status) => status switch
    {
        ApplicationStatus.Submitted => [ApplicationStatus.Read, ApplicationStatus.Accepted, ApplicationStatus.Rejected],
        _ when IsUndecided(status) => [ApplicationStatus.Accepted, ApplicationStatus.Rejected],
        _ => [],
    };

    /// <summary>What the applicant may do.</summary>
    public static IReadOnlyList<ApplicationStatus> ByApplicant(ApplicationStatus status) =>
        IsUndecided(status) ? [ApplicationStatus.Withdrawn] : [];
}
