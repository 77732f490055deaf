namespace Jobs.Persistence;

/// <summary>Applying: a read that asks everything, and a statement that writes everything if all of that still holds.</summary>
/// <remarks>
/// Nothing is held in between, so that no transaction waits for the service, and many can share one. Plain SQL, because seventeen
/// short statements cost ten times what these do.
/// </remarks>
public sealed class Applying(RoundTrips roundTrips, ApplicationTrips trips)
{
    /// <exception cref="KeyNotFoundException">There is no such person.</exception>
    public async Task<ApplyFacts> AskAsync(ApplyQuestion question, CancellationToken cancellationToken)
    {
        var sql = new SqlConditions();
        var conditions = new ApplyConditions(question, sql);
        var select = new JobPostSelect(question.Parts, question.UserId, sql);
        var user = conditions.User;
        sql.Add($"post.id = {conditions.Post}");
        sql.Add(JobPostsById.Visible(sql, question.UserId));
        var text = new SqlText().Add($"""
            SELECT person.display_name, person.birth_date, person.introduction, person.phone_number,
                (SELECT neighborhood_id FROM user_neighborhoods WHERE user_id = {user} ORDER BY position LIMIT 1),
                coalesce((SELECT jsonb_agg(jsonb_build_object('title', title, 'categoryId', category_id, 'months', months,
                    'isConfirmed', is_confirmed) ORDER BY position) FROM user_experiences WHERE user_id = {user}), '[]')::text,
                (SELECT result_id {conditions.FirstResult ?? "FROM idempotency_keys WHERE false"}),
                person.xmin::text, post.xmin::text, {select.Columns},
                EXISTS (SELECT FROM employer_members WHERE employer_id = post.employer_id AND user_id = {user}),
                EXISTS (SELECT FROM employer_members AS member JOIN user_blocks AS block
                    ON (block.blocker_id = member.user_id AND block.blocked_id = {user})
                    OR (block.blocker_id = {user} AND block.blocked_id = member.user_id)
                    WHERE member.employer_id = post.employer_id),
                (SELECT id {conditions.Live} LIMIT 1), (SELECT submitted_at {conditions.OldestOfDay}),
                asked.ids, asked.texts, asked.required
            FROM users AS person LEFT JOIN job_posts AS post ON {sql} LEFT JOIN LATERAL (
                SELECT coalesce(array_agg(id ORDER BY position), ARRAY[]::bigint[]) AS ids,
                    coalesce(array_agg(text ORDER BY position), ARRAY[]::text[]) AS texts,
                    coalesce(array_agg(is_required ORDER BY position), ARRAY[]::boolean[]) AS required
                FROM screening_questions WHERE job_post_id = post.id) AS asked ON true
            WHERE person.id = {user}
            """).End();
        var found = await roundTrips.ReadAsync(
            sql, text, row => Read(ref row, select), rowsExpected: 1, isShort: true, cancellationToken);
        return found is [var facts] ? facts : throw new KeyNotFoundException($"There is no person {question.UserId}.");
    }

    /// <summary>Writes the application with its answers.</summary>
    /// <returns>The application's id. Null: something of what was asked is not so any more, and nothing was written.</returns>
    public Task<long?> StoreAsync(
        ApplyQuestion question, AppliedPost asked, Application application,
        IReadOnlyList<(string Question, string Answer)> answers, CancellationToken cancellationToken)
    {
        var sql = new SqlConditions();
        var text = ApplicationInsert.Text(sql, question, asked.Revision, application, answers);
        return trips.StoreAsync(new(question.UserId, question.JobPostId, new(sql, text), cancellationToken));
    }

    private static ApplyFacts Read(ref RowReader row, JobPostSelect select)
    {
        var applicant = new Applicant(
            row.Text(), row.Value<DateOnly>(), row.TextOrNull(), row.TextOrNull(), row.Value<long>(),
            ApplicantExperiencesConverter.Read(row.Text()));
        var (firstResultId, personRevision) = (row.Value<long>(), row.Text());
        return new(firstResultId, row.TextOrNull() is { } postRevision
            ? ReadPost(ref row, new(personRevision, postRevision), select, applicant) : null);
    }

    private static AppliedPost ReadPost(ref RowReader row, ApplyRevision revision, JobPostSelect select, Applicant applicant)
    {
        var post = select.Read(ref row).JobPost;
        var (isOwn, isBlocked, live, limitReachedSince) =
            (row.Boolean(), row.Boolean(), row.Value<long>(), row.Value<DateTimeOffset>());
        var (ids, texts, required) = (row.Of<long[]>(), row.Of<string[]>(), row.Of<bool[]>());
        var questions = ids.Select((id, position) => new ScreeningQuestion
        {
            Id = id,
            JobPostId = post.Id,
            Position = position,
            Text = texts[position],
            IsRequired = required[position],
        });
        return new(post, revision, applicant, isOwn, isBlocked, live, limitReachedSince, [.. questions]);
    }
}
