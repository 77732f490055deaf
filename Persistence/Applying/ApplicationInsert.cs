namespace Jobs.Persistence;

/// <summary>Writes an application with everything that belongs to it, unless something stands against it by now.</summary>
internal static class ApplicationInsert
{
    /// <remarks>
    /// Whoever runs it holds the person, whose other actions wait, since before it began. It holds the post until the transaction
    /// ends, so that nobody closes it meanwhile.
    /// </remarks>
    /// <returns>The statement, whose one row has the application's id. No row: nothing was written.</returns>
    public static string Text(
        SqlConditions sql, ApplyQuestion question, ApplyRevision asked, Application application,
        IReadOnlyList<(string Question, string Answer)> answers)
    {
        var conditions = new ApplyConditions(question, sql);
        var (status, at) = (sql.Parameter(EnumText.Of(application.Status)), sql.Parameter(application.SubmittedAt.UtcDateTime));
        var text = new SqlText().Add($"""
            WITH held AS (
                SELECT id FROM job_posts WHERE id = {conditions.Post} AND xmin = {sql.Parameter(asked.Post)}::xid FOR SHARE),
            application AS (
                INSERT INTO applications (job_post_id, employer_id, applicant_id, status, message, submitted_at, version,
                    applicant_display_name, applicant_age_band, applicant_introduction, applicant_phone_number,
                    applicant_distance_meters, applicant_experiences)
                SELECT held.id, {sql.Parameter(application.EmployerId)}, {conditions.User}, {status},
                    {sql.Parameter(application.Message)}, {at}, {sql.Parameter(application.Version)},
                    {sql.Parameter(application.ApplicantDisplayName)}, {sql.Parameter(application.ApplicantAgeBand)},
                    {sql.Parameter(application.ApplicantIntroduction)}, {sql.Parameter(application.ApplicantPhoneNumber)},
                    {sql.Parameter(application.ApplicantDistanceMeters)},
                    {sql.Parameter(ApplicantExperiencesConverter.Write(application.ApplicantExperiences))}::jsonb
                FROM held WHERE EXISTS (SELECT FROM users WHERE id = {conditions.User} AND xmin = {sql.Parameter(asked.Person)}::xid)
                    AND NOT EXISTS (SELECT {conditions.Live}) AND NOT EXISTS (SELECT {conditions.OldestOfDay})
            """);
        if (conditions.FirstResult is { } firstResult) text.Add($" AND NOT EXISTS (SELECT {firstResult})");
        text.Add($"""
             RETURNING id),
            answered AS (
                INSERT INTO application_answers (application_id, position, question, answer)
                SELECT application.id, given.position - 1, given.question, given.answer FROM application CROSS JOIN
                    unnest({sql.Parameter(answers.Select(answer => answer.Question).ToArray())},
                        {sql.Parameter(answers.Select(answer => answer.Answer).ToArray())})
                    WITH ORDINALITY AS given (question, answer, position)),
            happened AS (
                INSERT INTO application_events (application_id, status, at, by_applicant)
                SELECT id, {status}, {at}, true FROM application)
            """);
        if (conditions.Key is { } key)
            text.Add($"""
                , remembered AS (
                    INSERT INTO idempotency_keys (user_id, operation, key, result_id, created_at)
                    SELECT {conditions.User}, {conditions.Operation}, {key}, id, {at} FROM application
                    ON CONFLICT (user_id, operation, key)
                    DO UPDATE SET result_id = excluded.result_id, created_at = excluded.created_at)
                """);
        return text.Add(" SELECT id FROM application").End();
    }
}
