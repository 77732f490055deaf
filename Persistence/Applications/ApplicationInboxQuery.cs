namespace Jobs.Persistence;

/// <summary>One page of an employer's, a post's or an applicant's applications; all given members hold.</summary>
public sealed record ApplicationInboxQuery
{
    public long? EmployerId { get; init; }
    public long? JobPostId { get; init; }
    public long? ApplicantId { get; init; }

    public IReadOnlyList<ApplicationStatus> Statuses { get; init; } = [];
    public IReadOnlyList<long> JobPostIds { get; init; } = [];
    public DateTimeOffset? SubmittedSince { get; init; }

    /// <summary>Words in the applicant's name or message.</summary>
    public string? Keyword { get; init; }

    public ApplicationSort Sort { get; init; }
    public ApplicationCursor? After { get; init; }

    /// <summary>What is read of each application.</summary>
    public ApplicationParts Parts { get; init; } = ApplicationParts.Whole;

    /// <summary>Rows at most; one more than the page where somebody asks whether there is a next one.</summary>
    public int Limit { get; init; } = 21;
}

/// <summary>Where a page of applications ended.</summary>
public sealed record ApplicationCursor(bool IsUnread, DateTimeOffset SubmittedAt, long Id)
{
    public static ApplicationCursor Of(Application application) =>
        new(application.Status == ApplicationStatus.Submitted, application.SubmittedAt, application.Id);
}

/// <summary>How many applications match, and how many of them nobody has opened.</summary>
public sealed record ApplicationCounts(int Total, int Unread);
