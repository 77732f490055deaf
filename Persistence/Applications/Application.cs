namespace Jobs.Persistence;

/// <summary>One person's application to one post (지원서), with the applicant frozen as they were then.</summary>
public sealed class Application
{
    /// <summary>The database gives it.</summary>
    public long Id { get; set; }

    public long JobPostId { get; init; }

    /// <summary>The post's employer, repeated here for the inbox.</summary>
    public long EmployerId { get; init; }

    public long ApplicantId { get; init; }
    public ApplicationStatus Status { get; set; }
    public string? Message { get; init; }
    public DateTimeOffset SubmittedAt { get; init; }

    /// <summary>First time a member of the employer opened it.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>When it was accepted, rejected, withdrawn or lapsed.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>What the deciding side wrote: the employer's kind no, or the applicant's reason for taking it back.</summary>
    public string? DecisionNote { get; set; }

    /// <summary>Raised by <see cref="JobsDb"/> at every change.</summary>
    public int Version { get; set; } = 1;

    public required string ApplicantDisplayName { get; init; }
    public string? ApplicantAgeBand { get; init; }
    public string? ApplicantIntroduction { get; init; }

    /// <summary>Only if the applicant agreed to share it.</summary>
    public string? ApplicantPhoneNumber { get; init; }

    public int? ApplicantDistanceMeters { get; init; }
    public IReadOnlyList<ApplicantExperience> ApplicantExperiences { get; init; } = [];
}
