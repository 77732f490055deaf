namespace Jobs.Schema;

/// <summary>Where a post may go from its present status, as far as its employer decides.</summary>
public static class JobPostTransitions
{
    public static IReadOnlyList<JobPostStatus> From(JobPostStatus status) => status switch
    {
        JobPostStatus.Draft => [JobPostStatus.Open],
        JobPostStatus.Open => [JobPostStatus.Closed, JobPostStatus.Filled],
        JobPostStatus.Paused => [JobPostStatus.Open, JobPostStatus.Closed, JobPostStatus.Filled],
        _ => [],
    };

    public static bool IsEditable(JobPostStatus status) =>
        status is JobPostStatus.Draft or JobPostStatus.Open or JobPostStatus.Paused;
}
