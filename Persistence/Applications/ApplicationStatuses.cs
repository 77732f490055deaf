namespace Jobs.Persistence;

/// <summary>Which stages of an application are which.</summary>
public static class ApplicationStatuses
{
    /// <summary>One person may have one of these per post.</summary>
    public static IReadOnlyList<ApplicationStatus> Live { get; } =
    [
        ApplicationStatus.Submitted, ApplicationStatus.Read, ApplicationStatus.Shortlisted,
        ApplicationStatus.Interview, ApplicationStatus.Accepted,
    ];

    /// <summary>No answer yet: the employer may decide, the applicant may withdraw, the end of the post lapses them.</summary>
    public static IReadOnlyList<ApplicationStatus> Undecided { get; } =
    [
        ApplicationStatus.Submitted, ApplicationStatus.Read, ApplicationStatus.Shortlisted, ApplicationStatus.Interview,
    ];
}
