namespace Jobs.Persistence;

/// <summary>What a statement selects of applications, and how a row of it is read.</summary>
internal sealed class ApplicationSelect(ApplicationParts parts)
{
    private const string Core = "application.id, application.job_post_id, application.employer_id, application.applicant_id, "
        + "application.status, application.submitted_at, application.read_at, application.decided_at, application.version, "
        + "application.applicant_display_name";

    private const string Texts = ", application.message, application.decision_note";

    private const string Applicant = ", application.applicant_age_band, application.applicant_introduction, "
        + "application.applicant_phone_number, application.applicant_distance_meters, application.applicant_experiences";

    /// <summary>For a SELECT whose table goes by the name of <c>application</c>.</summary>
    public string Columns { get; } = parts switch
    {
        ApplicationParts.Core => Core,
        ApplicationParts.Texts => Core + Texts,
        ApplicationParts.Applicant => Core + Applicant,
        _ => Core + Texts + Applicant,
    };

    // Members are set in the order of the columns.
    public Application Read(ref RowReader row)
    {
        var (hasTexts, hasApplicant) = (parts.HasFlag(ApplicationParts.Texts), parts.HasFlag(ApplicationParts.Applicant));
        return new()
        {
            Id = row.Int64(),
            JobPostId = row.Int64(),
            EmployerId = row.Int64(),
            ApplicantId = row.Int64(),
            Status = row.Enum<ApplicationStatus>(),
            SubmittedAt = row.Instant(),
            ReadAt = row.Value<DateTimeOffset>(),
            DecidedAt = row.Value<DateTimeOffset>(),
            Version = row.Int32(),
            ApplicantDisplayName = row.Text(),
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
