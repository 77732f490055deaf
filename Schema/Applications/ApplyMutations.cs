using Jobs.GraphQL.Execution;

namespace Jobs.Schema;

/// <summary>Applying and taking it back: the applicant's side.</summary>
public static class ApplyMutations
{
    public const int MessageLengthMax = 1_000;
    public const int ApplicationsPerDay = 50;

    private const int TriesMax = 5;

    public static async Task<ApplyToJobPostPayload> ApplyToJobPost(
        ApplyToJobPostInput input, FieldSelection selection, CurrentViewer viewer, Applying applying,
        IDbContextFactory<JobsDb> dbFactory, BoardEvents events, TimeProvider time, RequestLanguage language,
        CancellationToken cancellationToken)
    {
        var (userId, now) = (viewer.RequiredUserId, time.GetUtcNow());
        for (var tries = 0; tries < TriesMax; tries++)
            if (await TryAsync() is { } payload) return payload;
        throw new InvalidOperationException("Somebody else was faster each time."); // Each time they changed what was asked.

        // Null: two taps on 지원하기 race, or an applicant and an employer who closes the post. The slower one asks again.
        async Task<ApplyToJobPostPayload?> TryAsync()
        {
            var problems = new FieldProblems(language);
            var question = new ApplyQuestion(
                userId, GlobalId.Parse(input.JobPostId, NodeType.JobPost), JobPostSelection.OfApplied(selection),
                nameof(ApplyToJobPost), problems.IdempotencyKey(input.IdempotencyKey), ApplicationsPerDay, now);
            var facts = await applying.AskAsync(question, cancellationToken);
            if (facts.FirstResultId is { } first) return await FirstResultAsync(first, dbFactory, cancellationToken);
            if (facts.Post is not { } asked) return new NotFoundError(input.JobPostId, language);
            if (await RefusalAsync(asked, dbFactory, now, language, cancellationToken) is { } refusal) return refusal;

            var (post, applicant) = (asked.JobPost, asked.Applicant);
            var message = string.IsNullOrWhiteSpace(input.Message)
                ? null : problems.Text(input.Message, MessageLengthMax, "message");
            var answers = ScreeningAnswers.Check(input.Answers ?? [], asked.Questions, problems);
            if (applicant.BirthDate is null)
                problems.Add(
                    "지원하기 전에 생년월일을 프로필에 입력해 주세요.", "Tell your birth date in your profile before applying.",
                    "profile", "birthDate");
            if (problems.Any) return problems.ToError();
            if (Age.On(Seoul.DayOf(now), applicant.BirthDate!.Value) < post.MinimumAge)
                return new AgeRestrictionError(post.MinimumAge, language);

            var application = ApplicantSnapshots.Freeze(userId, applicant, post, message, input.SharePhoneNumber == true, now);
            if (await applying.StoreAsync(
                question, asked, application, [.. answers.Select(answer => (answer.Question, answer.Answer))],
                cancellationToken) is not { } id)
                return null;
            application.Id = id;
            events.ApplicationSubmitted(application, post);
            return new(application, post, null);
        }
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
        AppliedPost asked, IDbContextFactory<JobsDb> dbFactory, DateTimeOffset now, RequestLanguage language,
        CancellationToken cancellationToken)
    {
        if (!asked.JobPost.IsOpenAt(now)) return new JobPostNotOpenError(asked.JobPost.StatusAt(now), language);
        if (asked.IsOwn)
            return new ForbiddenError(language.Say("내가 올린 공고에는 지원할 수 없어요.", "You cannot apply to your own post."));
        if (asked.IsBlocked) return new BlockedError(language);
        if (asked.LiveApplicationId is { } live)
        {
            await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
            return new AlreadyAppliedError(
                await db.Applications.AsNoTracking().SingleAsync(application => application.Id == live, cancellationToken), language);
        }

        return asked.LimitReachedSince is { } at
            ? new RateLimitedError((int)Math.Ceiling((at.AddDays(1) - now).TotalSeconds), language) : null;
    }

    private static async Task<ApplyToJobPostPayload> FirstResultAsync(
        long id, IDbContextFactory<JobsDb> dbFactory, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var application = await db.Applications.AsNoTracking()
            .SingleAsync(application => application.Id == id, cancellationToken);
        var post = await db.JobPosts.AsNoTracking().SingleAsync(post => post.Id == application.JobPostId, cancellationToken);
        return new(application, post, null);
    }
}
