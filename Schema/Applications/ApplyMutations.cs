namespace Jobs.Schema;

/// <summary>Applying and taking it back: the applicant's side.</summary>
public static class ApplyMutations
{
    public const int MessageLengthMax = 1_000;
    public const int ApplicationsPerDay = 50;

    public static async Task<ApplyToJobPostPayload> ApplyToJobPost(
        ApplyToJobPostInput input, CurrentViewer viewer, IDbContextFactory<JobsDb> dbFactory, BoardEvents events,
        TimeProvider time, RequestLanguage language, CancellationToken cancellationToken)
    {
        var (userId, now) = (viewer.RequiredUserId, time.GetUtcNow());
        var jobPostId = GlobalId.Parse(input.JobPostId, NodeType.JobPost);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Two taps on 지원하기 race: the second waits here, and then finds what the first one did.
        await db.LockUserAsync(userId, cancellationToken);
        var problems = new FieldProblems(language);
        var key = problems.IdempotencyKey(input.IdempotencyKey);
        if (await FirstResultAsync(db, userId, key, now, cancellationToken) is { } first) return first;

        // Holding the post keeps it from being closed between the check and the insert.
        if (await db.HoldJobPostAsync(db.JobPostsVisibleTo(userId), jobPostId, cancellationToken) is not { } post)
            return new NotFoundError(input.JobPostId, language);
        if (!post.IsOpenAt(now)) return new JobPostNotOpenError(post.StatusAt(now), language);
        if (await RefusalAsync(db, post, userId, now, language, cancellationToken) is { } refusal) return refusal;

        var applicant = await db.Users.SingleAsync(user => user.Id == userId, cancellationToken);
        var questions = await db.ScreeningQuestions.Where(question => question.JobPostId == post.Id)
            .OrderBy(question => question.Position).ToListAsync(cancellationToken);
        var message = string.IsNullOrWhiteSpace(input.Message) ? null : problems.Text(input.Message, MessageLengthMax, "message");
        var answers = ScreeningAnswers.Check(input.Answers ?? [], questions, problems);
        if (applicant.BirthDate is null)
            problems.Add(
                "지원하기 전에 생년월일을 프로필에 입력해 주세요.", "Tell your birth date in your profile before applying.",
                "profile", "birthDate");
        if (problems.Any) return problems.ToError();
        if (Age.On(Seoul.DayOf(now), applicant.BirthDate!.Value) < post.MinimumAge)
            return new AgeRestrictionError(post.MinimumAge, language);

        var application = await ApplicantSnapshots.FreezeAsync(
            db, applicant, post, message, input.SharePhoneNumber == true, now, cancellationToken);
        db.Applications.Add(application);
        await db.SaveChangesAsync(cancellationToken);
        db.ApplicationAnswers.AddRange(answers.Select((answer, position) => new ApplicationAnswer
        {
            ApplicationId = application.Id,
            Position = position,
            Question = answer.Question,
            Answer = answer.Answer,
        }));
        db.ApplicationEvents.Add(
            new ApplicationEvent { ApplicationId = application.Id, Status = application.Status, At = now, ByApplicant = true });
        await db.SaveChangesAsync(cancellationToken);
        await db.RememberResultAsync(userId, nameof(ApplyToJobPost), key, application.Id, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        events.ApplicationSubmitted(application, post);
        return new(application, post, null);
    }

    public static async Task<WithdrawApplicationPayload> WithdrawApplication(
        WithdrawApplicationInput input, CurrentViewer viewer, IDbContextFactory<JobsDb> dbFactory, BoardEvents events,
        TimeProvider time, RequestLanguage language, CancellationToken cancellationToken)
    {
        var (userId, now) = (viewer.RequiredUserId, time.GetUtcNow());
        var id = GlobalId.Parse(input.ApplicationId, NodeType.Application);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var application = await db.LockApplicationsAsync(
            db.Applications.Where(application => application.ApplicantId == userId),
            [id], cancellationToken) is [var found] ? found : null;
        if (application is null) return new NotFoundError(input.ApplicationId, language);
        if (!ApplicationTransitions.IsUndecided(application.Status))
            return new ApplicationTransitionError(
                application.Status, ApplicationTransitions.ByApplicant(application.Status), language);

        ApplicationMoves.Move(db, application, ApplicationStatus.Withdrawn, now, byApplicant: true);
        application.DecisionNote = DecisionNote.Of(input.Reason);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        events.ApplicationWithdrawn(application);
        return new(application, null);
    }

    private static async Task<UserError?> RefusalAsync(
        JobsDb db, JobPost post, long userId, DateTimeOffset now, RequestLanguage language, CancellationToken cancellationToken)
    {
        if (await db.EmployersOf(userId).AnyAsync(employer => employer.Id == post.EmployerId, cancellationToken))
            return new ForbiddenError(language.Say("내가 올린 공고에는 지원할 수 없어요.", "You cannot apply to your own post."));
        if (await db.IsBlockedAsync(post.EmployerId, userId, cancellationToken)) return new BlockedError(language);
        var live = await db.Applications.AsNoTracking().FirstOrDefaultAsync(
            application => application.JobPostId == post.Id && application.ApplicantId == userId
                && ApplicationStatuses.Live.Contains(application.Status), cancellationToken);
        if (live is not null) return new AlreadyAppliedError(live, language);

        var since = now.AddDays(-1);
        var oldest = await db.Applications
            .Where(application => application.ApplicantId == userId && application.SubmittedAt > since)
            .OrderByDescending(application => application.SubmittedAt).Skip(ApplicationsPerDay - 1)
            .Select(application => (DateTimeOffset?)application.SubmittedAt).FirstOrDefaultAsync(cancellationToken);
        return oldest is { } at ? new RateLimitedError((int)Math.Ceiling((at.AddDays(1) - now).TotalSeconds), language) : null;
    }

    private static async Task<ApplyToJobPostPayload?> FirstResultAsync(
        JobsDb db, long userId, string? key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.FindResultAsync(userId, nameof(ApplyToJobPost), key, now, cancellationToken) is not { } id) return null;
        var application = await db.Applications.AsNoTracking()
            .SingleAsync(application => application.Id == id, cancellationToken);
        var post = await db.JobPosts.AsNoTracking().SingleAsync(post => post.Id == application.JobPostId, cancellationToken);
        return new(application, post, null);
    }
}
