using System.Text.Json;
using Jobs.Persistence;
using Npgsql;
using NpgsqlTypes;

namespace Jobs.Baseline;

/// <summary>Q7: applying, with the checks, locks and rows of the service, in two round trips.</summary>
/// <remarks>The requests of the benchmark have no idempotency key, for which the service does nothing either.</remarks>
internal sealed class Apply
{
    private readonly NpgsqlBatch ask;
    private readonly NpgsqlParameter<long> lockedUser;
    private readonly NpgsqlParameter<long> jobPostId;
    private readonly NpgsqlParameter<long> userId;
    private readonly NpgsqlParameter<DateTime> since;
    private readonly NewApplication write;
    private readonly NpgsqlBatch giveUp;

    public Apply(NpgsqlConnection connection)
    {
        ask = connection.CreateBatch();
        Add(ask, "BEGIN");
        // A statement of its own: what the person did while this waited for the lock is seen by the next one.
        var held = Add(ask, """
            SELECT display_name, birth_date, introduction, phone_number FROM users WHERE id = $1 FOR NO KEY UPDATE
            """);
        lockedUser = held.Parameters.Add<long>(NpgsqlDbType.Bigint);
        var asked = Add(ask, """
            SELECT post.status, post.expires_at, post.employer_id, post.minimum_age, post.public_latitude, post.public_longitude,
                EXISTS (SELECT FROM employer_members WHERE employer_id = post.employer_id AND user_id = $2),
                EXISTS (SELECT FROM employer_members AS member JOIN user_blocks AS block
                    ON (block.blocker_id = member.user_id AND block.blocked_id = $2)
                    OR (block.blocker_id = $2 AND block.blocked_id = member.user_id) WHERE member.employer_id = post.employer_id),
                EXISTS (SELECT FROM applications WHERE job_post_id = post.id AND applicant_id = $2
                    AND status IN ('SUBMITTED', 'READ', 'SHORTLISTED', 'INTERVIEW', 'ACCEPTED')),
                EXISTS (SELECT FROM applications WHERE applicant_id = $2 AND submitted_at > $3
                    ORDER BY submitted_at DESC OFFSET 49),
                (SELECT neighborhood_id FROM user_neighborhoods WHERE user_id = $2 ORDER BY position LIMIT 1),
                coalesce((SELECT jsonb_agg(jsonb_build_object('title', title, 'categoryId', category_id, 'months', months,
                    'isConfirmed', is_confirmed) ORDER BY position) FROM user_experiences WHERE user_id = $2), '[]')::text,
                question.ids, question.texts, question.required
            FROM job_posts AS post CROSS JOIN LATERAL (
                SELECT array_agg(id ORDER BY position) AS ids, array_agg(text ORDER BY position) AS texts,
                    array_agg(is_required ORDER BY position) AS required
                FROM screening_questions WHERE job_post_id = post.id) AS question
            WHERE post.id = $1 AND (post.status NOT IN ('DRAFT', 'UNDER_REVIEW', 'REMOVED')
                OR EXISTS (SELECT FROM employer_members WHERE employer_id = post.employer_id AND user_id = $2))
            FOR SHARE OF post
            """);
        jobPostId = asked.Parameters.Add<long>(NpgsqlDbType.Bigint);
        userId = asked.Parameters.Add<long>(NpgsqlDbType.Bigint);
        since = asked.Parameters.Add<DateTime>(NpgsqlDbType.TimestampTz);
        write = new NewApplication(connection);
        giveUp = connection.CreateBatch();
        Add(giveUp, "ROLLBACK");
    }

    public async Task PrepareAsync()
    {
        await ask.PrepareAsync();
        await write.PrepareAsync();
        await giveUp.PrepareAsync();
    }

    public async Task WriteAsync(Utf8JsonWriter json, Variables variables, long viewer)
    {
        var now = DateTime.UtcNow;
        now = new DateTime(now.Ticks - now.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
        (lockedUser.TypedValue, userId.TypedValue, jobPostId.TypedValue) = (viewer, viewer, variables.Id);
        since.TypedValue = now.AddDays(-1);
        var (applicant, post) = await AskAsync(now);
        var refusal = post is null ? Refusal.NotFound : post.Value.Refusal ?? Fill(variables, applicant, post.Value, viewer, now);
        if (refusal is null)
        {
            Answered(json, await write.ExecuteAsync(), now);
            return;
        }
        await giveUp.ExecuteNonQueryAsync();
        Refused(json, refusal);
    }

    private static NpgsqlBatchCommand Add(NpgsqlBatch batch, string text)
    {
        var command = new NpgsqlBatchCommand(text);
        batch.BatchCommands.Add(command);
        return command;
    }

    private async Task<(Applicant Applicant, AppliedPost? Post)> AskAsync(DateTime now)
    {
        await using var rows = await ask.ExecuteReaderAsync();
        if (!await rows.ReadAsync()) throw new UnauthorizedAccessException("Nobody.");
        var applicant = Applicant.Read(rows);
        await rows.NextResultAsync();
        return (applicant, await rows.ReadAsync() ? AppliedPost.Read(rows, now) : null);
    }

    private Refusal? Fill(Variables variables, Applicant applicant, AppliedPost post, long viewer, DateTime now)
    {
        var message = string.IsNullOrWhiteSpace(variables.Message) ? null : variables.Message.Trim();
        if (message is not null && !GivenText.IsRight(message, GivenText.MessageLengthMax)) return Refusal.Invalid;
        if (post.Fit(variables.Answers) is not { } answers || applicant.BirthDate is null) return Refusal.Invalid;
        var age = applicant.AgeOn(Seoul.DayOf(now));
        if (age < post.MinimumAge) return Refusal.TooYoung(post.MinimumAge);
        write.Fill(variables, post, applicant, viewer, age, message, answers, now);
        return null;
    }

    private static void Answered(Utf8JsonWriter json, long id, DateTime now)
    {
        Begin(json);
        json.WriteStartObject(Names.Application);
        json.WriteId(Names.Id, "Application:"u8, id);
        json.WriteString(Names.Status, "SUBMITTED"u8);
        json.WriteInstant(Names.SubmittedAt, now);
        json.WriteEndObject();
        json.WriteNull(Names.Errors);
        End(json);
    }

    private static void Refused(Utf8JsonWriter json, Refusal refusal)
    {
        Begin(json);
        json.WriteNull(Names.Application);
        json.WriteStartArray(Names.Errors);
        json.WriteStartObject();
        json.WriteString(Names.Typename, refusal.Type);
        json.WriteString(Names.Code, refusal.Code);
        json.WriteString(Names.Message, refusal.Message);
        json.WriteEndObject();
        json.WriteEndArray();
        End(json);
    }

    private static void Begin(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject(Names.Data);
        json.WriteStartObject("applyToJobPost"u8);
    }

    private static void End(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
