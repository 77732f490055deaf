namespace Jobs.Schema;

/// <summary>Writing a post and showing it: the employer's side.</summary>
public static class JobPostMutations
{
    public static async Task<CreateJobPostPayload> CreateJobPost(
        CreateJobPostInput input, CurrentViewer viewer, IDbContextFactory<JobsDb> dbFactory,
        PublicationChecks checks, BoardEvents events, TimeProvider time, RequestLanguage language,
        CancellationToken cancellationToken)
    {
        var (userId, now) = (viewer.RequiredUserId, time.GetUtcNow());
        var employerId = GlobalId.Parse(input.EmployerId, NodeType.Employer);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockUserAsync(userId, cancellationToken); // A second tap waits here, and then finds what the first one made.
        var problems = new FieldProblems(language);
        var key = problems.IdempotencyKey(input.IdempotencyKey);
        if (await FirstResultAsync(db, userId, key, now, cancellationToken) is { } first) return new(first, null);
        if (await db.EmployersOf(userId)
            .FirstOrDefaultAsync(employer => employer.Id == employerId, cancellationToken) is not { } employer)
            return new NotFoundError(input.EmployerId, language);

        var post = JobPostLife.NewDraft(employer, now);
        new JobPostContent(problems).Write(input.Content, post);
        if (problems.Any && input.Publish == true) checks.FindMissing(post, problems);
        if (problems.Any) return problems.ToError();
        JobPostLife.Derive(post, employer);
        var questions = input.Content.Questions ?? [];
        if (input.Publish == true)
        {
            var errors = checks.Run(post, [.. questions.Select(question => question.Text)], employer);
            if (errors.Count > 0) return new(null, errors);
            if (await PublicationLimit.CheckAsync(db, employer.Id, now, language, cancellationToken) is { } tooOften)
                return tooOften;
            JobPostLife.Publish(post, employer, now);
        }

        db.JobPosts.Add(post);
        await db.SaveChangesAsync(cancellationToken);
        ScreeningQuestions.Replace(db, post.Id, [], questions);
        await db.SaveChangesAsync(cancellationToken);
        await db.RememberResultAsync(userId, nameof(CreateJobPost), key, post.Id, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (input.Publish == true) events.JobPostPublished(post);
        return new(post, null);
    }

    public static async Task<UpdateJobPostPayload> UpdateJobPost(
        UpdateJobPostInput input, CurrentViewer viewer, IDbContextFactory<JobsDb> dbFactory,
        PublicationChecks checks, TimeProvider time, RequestLanguage language, CancellationToken cancellationToken)
    {
        var (userId, now) = (viewer.RequiredUserId, time.GetUtcNow());
        var id = GlobalId.Parse(input.Id, NodeType.JobPost);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockJobPostAsync(db.JobPostsManagedBy(userId), id, cancellationToken) is not { } post)
            return new NotFoundError(input.Id, language);
        if (post.Version != input.Version) return new ConflictError(post.Version, language);
        if (!JobPostTransitions.IsEditable(post.StatusAt(now)))
            return new JobPostTransitionError(post.StatusAt(now), JobPostTransitions.From(post.StatusAt(now)), language);

        var employer = await db.Employers.SingleAsync(employer => employer.Id == post.EmployerId, cancellationToken);
        var questions = await db.ScreeningQuestions.Where(question => question.JobPostId == id)
            .OrderBy(question => question.Position).ToListAsync(cancellationToken);
        var problems = new FieldProblems(language);
        new JobPostContent(problems).Write(input.Content, post);
        if (problems.Any && post.Status != JobPostStatus.Draft) checks.FindMissing(post, problems);
        if (problems.Any) return problems.ToError();
        JobPostLife.Derive(post, employer);
        post.UpdatedAt = now;
        if (post.Status != JobPostStatus.Draft)
        {
            var texts = input.Content.Questions?.Select(question => question.Text) ?? questions.Select(question => question.Text);
            var errors = checks.RunOnEdit(post, [.. texts]);
            if (errors.Count > 0) return new(null, errors);
        }

        if (input.Content.Questions is { } given) ScreeningQuestions.Replace(db, post.Id, questions, given);
        // Questions are rows of their own: the post's version must rise for them too.
        db.Entry(post).Property(changed => changed.UpdatedAt).IsModified = true;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(post, null);
    }

    public static async Task<PublishJobPostPayload> PublishJobPost(
        PublishJobPostInput input, CurrentViewer viewer, IDbContextFactory<JobsDb> dbFactory, PublicationChecks checks,
        BoardEvents events, TimeProvider time, RequestLanguage language, CancellationToken cancellationToken)
    {
        var (userId, now) = (viewer.RequiredUserId, time.GetUtcNow());
        var id = GlobalId.Parse(input.Id, NodeType.JobPost);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockJobPostAsync(db.JobPostsManagedBy(userId), id, cancellationToken) is not { } post)
            return new NotFoundError(input.Id, language);
        if (post.Status != JobPostStatus.Draft)
            return new JobPostTransitionError(post.StatusAt(now), JobPostTransitions.From(post.StatusAt(now)), language);

        var employer = await db.Employers.SingleAsync(employer => employer.Id == post.EmployerId, cancellationToken);
        var questions = await db.ScreeningQuestions.Where(question => question.JobPostId == id)
            .Select(question => question.Text).ToListAsync(cancellationToken);
        var errors = checks.Run(post, questions, employer);
        if (errors.Count > 0) return new(null, errors);
        if (await PublicationLimit.CheckAsync(db, employer.Id, now, language, cancellationToken) is { } tooOften) return tooOften;

        JobPostLife.Publish(post, employer, now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        events.JobPostPublished(post);
        return new(post, null);
    }

    public static async Task<CloseJobPostPayload> CloseJobPost(
        CloseJobPostInput input, CurrentViewer viewer, IDbContextFactory<JobsDb> dbFactory, BoardEvents events, TimeProvider time,
        RequestLanguage language, CancellationToken cancellationToken)
    {
        var (userId, now) = (viewer.RequiredUserId, time.GetUtcNow());
        var id = GlobalId.Parse(input.Id, NodeType.JobPost);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockJobPostAsync(db.JobPostsManagedBy(userId), id, cancellationToken) is not { } post)
            return new NotFoundError(input.Id, language);
        var target = input.Filled ? JobPostStatus.Filled : JobPostStatus.Closed;
        if (!JobPostTransitions.From(post.StatusAt(now)).Contains(target))
            return new JobPostTransitionError(post.StatusAt(now), JobPostTransitions.From(post.StatusAt(now)), language);

        var lapsed = await JobPostLife.EndAsync(db, post, target, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        events.JobPostClosed(post);
        return new(post, lapsed, null);
    }

    private static async Task<JobPost?> FirstResultAsync(
        JobsDb db, long userId, string? key, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.FindResultAsync(userId, nameof(CreateJobPost), key, now, cancellationToken) is { } id
            ? await db.JobPostsManagedBy(userId).AsNoTracking().FirstOrDefaultAsync(post => post.Id == id, cancellationToken)
            : null;
}
