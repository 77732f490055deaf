using Npgsql;
using NpgsqlTypes;

namespace Jobs.Baseline;

/// <summary>The rows of an application, and the end of its transaction.</summary>
internal sealed class NewApplication
{
    private readonly NpgsqlBatch batch;
    private readonly NpgsqlParameter<long> jobPostId;
    private readonly NpgsqlParameter<long> employerId;
    private readonly NpgsqlParameter<long> applicantId;
    private readonly NpgsqlParameter<string> message;
    private readonly NpgsqlParameter<DateTime> submittedAt;
    private readonly NpgsqlParameter<string> displayName;
    private readonly NpgsqlParameter<string> ageBand;
    private readonly NpgsqlParameter<string> introduction;
    private readonly NpgsqlParameter<string> phoneNumber;
    private readonly NpgsqlParameter<int?> meters;
    private readonly NpgsqlParameter<string> experiences;
    private readonly NpgsqlParameter<string[]> questions;
    private readonly NpgsqlParameter<string[]> answers;

    public NewApplication(NpgsqlConnection connection)
    {
        batch = connection.CreateBatch();
        var insert = new NpgsqlBatchCommand("""
            WITH application AS (
                INSERT INTO applications (job_post_id, employer_id, applicant_id, status, message, submitted_at, version,
                    applicant_display_name, applicant_age_band, applicant_introduction, applicant_phone_number,
                    applicant_distance_meters, applicant_experiences)
                VALUES ($1, $2, $3, 'SUBMITTED', $4, $5, 1, $6, $7, $8, $9, $10, $11::jsonb) RETURNING id),
            answer AS (
                INSERT INTO application_answers (application_id, position, question, answer)
                SELECT application.id, given.position - 1, given.question, given.answer
                FROM application CROSS JOIN unnest($12, $13) WITH ORDINALITY AS given (question, answer, position)),
            event AS (
                INSERT INTO application_events (application_id, status, at, by_applicant)
                SELECT id, 'SUBMITTED', $5, true FROM application)
            SELECT id FROM application
            """);
        var values = insert.Parameters;
        (jobPostId, employerId, applicantId) = (Number(), Number(), Number());
        (message, submittedAt) = (Text(), values.Add<DateTime>(NpgsqlDbType.TimestampTz));
        (displayName, ageBand, introduction, phoneNumber) = (Text(), Text(), Text(), Text());
        (meters, experiences) = (values.Add<int?>(NpgsqlDbType.Integer), Text());
        (questions, answers) = (Texts(), Texts());
        batch.BatchCommands.Add(insert);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));

        NpgsqlParameter<long> Number() => values.Add<long>(NpgsqlDbType.Bigint);
        NpgsqlParameter<string> Text() => values.Add<string>(NpgsqlDbType.Text);
        NpgsqlParameter<string[]> Texts() => values.Add<string[]>(NpgsqlDbType.Array | NpgsqlDbType.Text);
    }

    public Task PrepareAsync() => batch.PrepareAsync();

    public void Fill(
        Variables variables, AppliedPost post, Applicant applicant, long viewer, int age, string? text,
        (string[] Questions, string[] Answers) given, DateTime now)
    {
        (jobPostId.TypedValue, employerId.TypedValue, applicantId.TypedValue) = (variables.Id, post.EmployerId, viewer);
        (message.TypedValue, submittedAt.TypedValue) = (text, now);
        (displayName.TypedValue, ageBand.TypedValue) = (applicant.DisplayName, Applicant.Band(age));
        introduction.TypedValue = applicant.Introduction;
        phoneNumber.TypedValue = variables.SharesPhoneNumber ? applicant.PhoneNumber : null;
        (meters.TypedValue, experiences.TypedValue) = (post.MetersFrom(post.HomeId), post.Experiences);
        (questions.TypedValue, answers.TypedValue) = given;
    }

    /// <returns>The id of the new row.</returns>
    public async Task<long> ExecuteAsync()
    {
        await using var rows = await batch.ExecuteReaderAsync();
        await rows.ReadAsync();
        return rows.GetInt64(0);
    }
}
