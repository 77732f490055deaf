namespace Jobs.Persistence;

/// <summary>One step in the life of an application.</summary>
public sealed class ApplicationEvent
{
    public long Id { get; init; }
    public long ApplicationId { get; init; }
    public Application? Application { get; init; }
    public ApplicationStatus Status { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>True if the applicant did it, false if the employer or the system did.</summary>
    public bool ByApplicant { get; init; }
}
