namespace Jobs.Persistence;

/// <summary>What a statement selects of applications, and how a row of it is read.</summary>
internal sealed class ApplicationSelect(ApplicationParts parts)
{
    private const string Core = "application.id, application.job_post_id, application.status, application.submitted_at, "
        + "application.applicant_display_name";

    private const string Parties = ", application.employer_id, application.applicant_id";

    private const string Progress = ", application.read_at, application.decided_at, application.version";

    private const string Texts = ", application.message, application.decision_note";

    private const string Applicant = ", application.applicant_age_band, application.applicant_introduction, "
        + "application.applicant_phone_number, application.applicant_distance_meters, application.applicant_experiences";

    /// <summary>For a SELECT whose table goes by the name of <c>application</c>.</summary>
    public string Columns { get; } = Core
        + (parts.HasFlag(ApplicationParts.Parties) ? Parties : "") + (parts.HasFlag(ApplicationParts.Progress) ? Progress : "")
        + (parts.HasFlag(ApplicationParts.Texts) ? Texts : "") + (parts.HasFlag(ApplicationParts.Applicant) ? Applicant : "");

    // Members are set in the order of the columns.
    public Application Read(ref RowReader row)
    {
        var (hasParties, hasProgress) = (parts.HasFlag(ApplicationParts.Parties), parts.HasFlag(ApplicationParts.Progress));
        var (hasTexts, hasApplicant) = (parts.HasFlag(ApplicationParts.Texts), parts.HasFlag(ApplicationParts.Applicant));
        return new()
        {
            Id = row.Int64(),
            JobPostId = row.Int64(),
            Status = row.Enum<ApplicationStatus>(),
            SubmittedAt = row.Instant(),
            ApplicantDisplayName = row.Text(),
            EmployerId = hasParties ? row.Int64() : 0,
            ApplicantId = hasParties ? row.Int64() : 0,
            ReadAt = hasProgress ? row.Value<DateTimeOffset>() : null,
            DecidedAt = hasProgress ? row.Value<DateTimeOffset>() : null,
            Version = hasProgress ? row.Int32() : 0,
            Message = hasTexts ? row.TextOrNull() : null,
            DecisionNote = hasTexts ? row.TextOrNull() : null,
            ApplicantAgeBand = hasApplicant ? row.TextOrNull() : null,
            ApplicantIntroduction = hasApplicant ? row.TextOrNull() : null,
            ApplicantPhoneNumber = hasApplicant ? row.TextOrNull() : null,
            ApplicantDistanceMeters = hasApplicant ? row.Value<int>() : null,
            ApplicantExperiences = hasApplicant ? ApplicantExperiencesConverter.Read(row.Text()) : [],
        };
    }
}
