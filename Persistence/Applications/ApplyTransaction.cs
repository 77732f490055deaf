using System.Globalization;
using Npgsql;

namespace Jobs.Persistence;

/// <summary>
/// Applying: one round trip that locks and asks everything, and one that writes everything. Without the second one nothing has
/// happened.
/// </summary>
/// <remarks>
/// Plain SQL, because seventeen short statements cost ten times what these do. The locks are those of <see cref="RowLocks"/>,
/// in their order: the person, then the post.
/// </remarks>
public sealed class ApplyTransaction : IAsyncDisposable
{
    private static readonly string LiveStatuses = TableChecks.Spelled(ApplicationStatuses.Live);

    private readonly NpgsqlConnection connection;
    private readonly ApplyQuestion question;

    private ApplyTransaction(NpgsqlConnection connection, ApplyQuestion question) =>
        (this.connection, this.question) = (connection, question);

    /// <summary>The application that the same key made before.</summary>
    public long? FirstResultId { get; private set; }

    /// <summary>Null: there is none that the person may see.</summary>
    public AppliedPost? Post { get; private set; }

    internal static async Task<ApplyTransaction> BeginAsync(
        NpgsqlDataSource dataSource, ApplyQuestion question, CancellationToken cancellationToken)
    {
        var transaction = new ApplyTransaction(await dataSource.OpenConnectionAsync(cancellationToken), question);
        try
        {
            await transaction.AskAsync(cancellationToken);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes the application with its answers, and ends the transaction.</summary>
    /// <returns>The application's id.</returns>
    public async Task<long> StoreAsync(
        Application application, IReadOnlyList<(string Question, string Answer)> answers, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.BatchCommands.Add(Insert(application, answers));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        return (long)(await batch.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>What was not stored is undone.</summary>
    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("BEGIN"));
        // A statement of its own: what the person did while this one waited for the lock, the next one sees.
        var sql = new SqlConditions();
        batch.BatchCommands.Add(sql.BatchCommand(new SqlText().Add($"""
            SELECT display_name, birth_date, introduction, phone_number FROM users WHERE id = {sql.Parameter(question.UserId)}
            FOR NO KEY UPDATE
            """).End()));
        if (question.IdempotencyKey is { } key) batch.BatchCommands.Add(FirstResult(key));
        batch.BatchCommands.Add(Facts(out var select));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) throw new KeyNotFoundException($"There is no person {question.UserId}.");
        var row = new RowReader(reader);
        var applicant = new Applicant(row.Text(), row.Value<DateOnly>(), row.TextOrNull(), row.TextOrNull(), HomeId: null, []);
        if (question.IdempotencyKey is not null && await reader.NextResultAsync(cancellationToken)
            && await reader.ReadAsync(cancellationToken))
            FirstResultId = reader.GetInt64(0);
        await reader.NextResultAsync(cancellationToken);
        if (await reader.ReadAsync(cancellationToken)) Post = ReadPost(new RowReader(reader), select, applicant);
    }

    private NpgsqlBatchCommand FirstResult(string key)
    {
        var sql = new SqlConditions();
        return sql.BatchCommand(new SqlText().Add($"""
            SELECT result_id FROM idempotency_keys WHERE user_id = {sql.Parameter(question.UserId)}
                AND operation = {sql.Parameter(question.Operation)} AND key = {sql.Parameter(key)}
                AND created_at > {sql.Parameter((question.Now - IdempotentResults.Lifetime).UtcDateTime)}
            """).End());
    }

    // Holding the post keeps it from being closed between the check and the insert; a row that the person may not see is not
    // waited for.
    private NpgsqlBatchCommand Facts(out JobPostSelect select)
    {
        var sql = new SqlConditions();
        select = new JobPostSelect(question.Parts, question.UserId, sql);
        var user = sql.Parameter(question.UserId);
        sql.AddIsAny("post.id", [question.JobPostId]);
        sql.Add(JobPostsById.Visible(sql, question.UserId));
        return sql.BatchCommand(new SqlText().Add($"""
            SELECT {select.Columns},
                EXISTS (SELECT FROM employer_members WHERE employer_id = post.employer_id AND user_id = {user}),
                EXISTS (SELECT FROM employer_members AS member JOIN user_blocks AS block
                    ON (block.blocker_id = member.user_id AND block.blocked_id = {user})
                    OR (block.blocker_id = {user} AND block.blocked_id = member.user_id) WHERE member.employer_id = post.employer_id),
                (SELECT id FROM applications WHERE job_post_id = post.id AND applicant_id = {user}
                    AND status IN ({LiveStatuses}) LIMIT 1),
                (SELECT submitted_at FROM applications WHERE applicant_id = {user}
                    AND submitted_at > {sql.Parameter(question.Now.AddDays(-1).UtcDateTime)} ORDER BY submitted_at DESC
                    OFFSET {(question.PerDayMax - 1).ToString(CultureInfo.InvariantCulture)} LIMIT 1),
                (SELECT neighborhood_id FROM user_neighborhoods WHERE user_id = {user} ORDER BY position LIMIT 1),
                coalesce((SELECT jsonb_agg(jsonb_build_object('title', title, 'categoryId', category_id, 'months', months,
                    'isConfirmed', is_confirmed) ORDER BY position) FROM user_experiences WHERE user_id = {user}), '[]')::text,
                asked.ids, asked.texts, asked.required
            FROM job_posts AS post CROSS JOIN LATERAL (
                SELECT coalesce(array_agg(id ORDER BY position), ARRAY[]::bigint[]) AS ids,
                    coalesce(array_agg(text ORDER BY position), ARRAY[]::text[]) AS texts,
                    coalesce(array_agg(is_required ORDER BY position), ARRAY[]::boolean[]) AS required
                FROM screening_questions WHERE job_post_id = post.id) AS asked
            WHERE {sql} FOR SHARE OF post
            """).End());
    }

    private static AppliedPost ReadPost(RowReader row, JobPostSelect select, Applicant applicant)
    {
        var post = select.Read(ref row).JobPost;
        var (isOwn, isBlocked, live, limitReachedSince) =
            (row.Boolean(), row.Boolean(), row.Value<long>(), row.Value<DateTimeOffset>());
        applicant = applicant with { HomeId = row.Value<long>(), Experiences = ApplicantExperiencesConverter.Read(row.Text()) };
        var (ids, texts, required) = (row.Of<long[]>(), row.Of<string[]>(), row.Of<bool[]>());
        var questions = ids.Select((id, position) => new ScreeningQuestion
        {
            Id = id,
            JobPostId = post.Id,
            Position = position,
            Text = texts[position],
            IsRequired = required[position],
        });
        return new(post, applicant, isOwn, isBlocked, live, limitReachedSince, [.. questions]);
    }

    private NpgsqlBatchCommand Insert(Application application, IReadOnlyList<(string Question, string Answer)> answers)
    {
        var sql = new SqlConditions();
        var (status, at) = (sql.Parameter(EnumText.Of(application.Status)), sql.Parameter(application.SubmittedAt.UtcDateTime));
        var remembered = question.IdempotencyKey is not { } key ? "" : $"""
            , remembered AS (
                INSERT INTO idempotency_keys (user_id, operation, key, result_id, created_at)
                SELECT {sql.Parameter(question.UserId)}, {sql.Parameter(question.Operation)}, {sql.Parameter(key)}, id, {at} FROM application
                ON CONFLICT (user_id, operation, key)
                DO UPDATE SET result_id = excluded.result_id, created_at = excluded.created_at)
            """;
        return sql.BatchCommand(new SqlText().Add($"""
            WITH application AS (
                INSERT INTO applications (job_post_id, employer_id, applicant_id, status, message, submitted_at, version,
                    applicant_display_name, applicant_age_band, applicant_introduction, applicant_phone_number,
                    applicant_distance_meters, applicant_experiences)
                VALUES ({sql.Parameter(application.JobPostId)}, {sql.Parameter(application.EmployerId)},
                    {sql.Parameter(application.ApplicantId)}, {status}, {sql.Parameter(application.Message)}, {at},
                    {sql.Parameter(application.Version)}, {sql.Parameter(application.ApplicantDisplayName)},
                    {sql.Parameter(application.ApplicantAgeBand)}, {sql.Parameter(application.ApplicantIntroduction)},
                    {sql.Parameter(application.ApplicantPhoneNumber)}, {sql.Parameter(application.ApplicantDistanceMeters)},
                    {sql.Parameter(ApplicantExperiencesConverter.Write(application.ApplicantExperiences))}::jsonb) RETURNING id),
            answered AS (
                INSERT INTO application_answers (application_id, position, question, answer)
                SELECT application.id, given.position - 1, given.question, given.answer FROM application CROSS JOIN
                    unnest({sql.Parameter(answers.Select(answer => answer.Question).ToArray())},
                        {sql.Parameter(answers.Select(answer => answer.Answer).ToArray())})
                    WITH ORDINALITY AS given (question, answer, position)),
            happened AS (
                INSERT INTO application_events (application_id, status, at, by_applicant)
                SELECT id, {status}, {at}, true FROM application){remembered}
            SELECT id FROM application
            """).End());
    }
}
