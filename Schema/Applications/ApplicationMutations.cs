namespace Jobs.Schema;

/// <summary>Reading and deciding: the employer's side.</summary>
public static class ApplicationMutations
{
    private const string KindNo = "지원해 주셔서 고마워요. 이번에는 함께하지 못하게 되었어요. 좋은 일자리를 찾으시길 바라요.";

    public static async Task<MarkApplicationsReadPayload> MarkApplicationsRead(
        MarkApplicationsReadInput input, CurrentViewer viewer, IDbContextFactory<JobsDb> dbFactory, BoardEvents events,
        TimeProvider time, RequestLanguage language, CancellationToken cancellationToken)
    {
        var (userId, now) = (viewer.RequiredUserId, time.GetUtcNow());
        var problems = new FieldProblems(language);
        var ids = ApplicationIds.Read(input.ApplicationIds, problems);
        if (problems.Any) return problems.ToError();
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var applications = await db.LockApplicationsAsync(db.ApplicationsManagedBy(userId), ids, cancellationToken);
        if (ApplicationIds.Missing(ids, applications, language) is { } missing) return missing;
        if (applications.Select(application => application.EmployerId).Distinct().Count() > 1)
            return OneOnly("한 사장님의 지원서만 함께 열 수 있어요.", "All must belong to one employer.", language);

        var opened = applications.Where(application => application.Status == ApplicationStatus.Submitted).ToList();
        foreach (var application in opened)
            ApplicationMoves.Move(db, application, ApplicationStatus.Read, now, byApplicant: false);
        await db.SaveChangesAsync(cancellationToken);
        var people = await db.AnalyticsIdsAsync(opened.Select(application => application.ApplicantId), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        foreach (var application in opened) events.ApplicationRead(application, people[application.ApplicantId]);
        return new([.. InOrder(ids, applications)], null);
    }

    public static async Task<AcceptApplicationPayload> AcceptApplication(
        AcceptApplicationInput input, CurrentViewer viewer, IDbContextFactory<JobsDb> dbFactory, BoardEvents events,
        TimeProvider time, RequestLanguage language, CancellationToken cancellationToken)
    {
        var (userId, now) = (viewer.RequiredUserId, time.GetUtcNow());
        var id = GlobalId.Parse(input.ApplicationId, NodeType.Application);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var jobPostId = await db.ApplicationsManagedBy(userId).Where(application => application.Id == id)
            .Select(application => (long?)application.JobPostId).FirstOrDefaultAsync(cancellationToken);
        if (jobPostId is null) return new NotFoundError(input.ApplicationId, language);

        // The post before its applications, as everywhere: two members who accept the last place wait for each other.
        if (await db.LockJobPostAsync(db.JobPostsManagedBy(userId), jobPostId.Value, cancellationToken) is not { } post
            || await db.LockApplicationsAsync(db.ApplicationsManagedBy(userId), [id], cancellationToken) is not [var application])
            return new NotFoundError(input.ApplicationId, language);
        if (!ApplicationTransitions.IsUndecided(application.Status))
            return new ApplicationTransitionError(
                application.Status, ApplicationTransitions.ByEmployer(application.Status), language);
        var applicant = await db.Users.Where(user => user.Id == application.ApplicantId)
            .Select(user => new { user.BirthDate, user.AnalyticsId }).SingleAsync(cancellationToken);
        if (applicant.BirthDate is { } born && Age.On(Seoul.DayOf(now), born) < post.MinimumAge)
            return new AgeRestrictionError(post.MinimumAge, language);

        var isOpened = application.ReadAt is null;
        ApplicationMoves.Move(db, application, ApplicationStatus.Accepted, now, byApplicant: false);
        await db.SaveChangesAsync(cancellationToken);
        var isFull = false;
        if (input.CloseWhenFull != false && JobPostTransitions.From(post.StatusAt(now)).Contains(JobPostStatus.Filled))
        {
            var accepted = await db.Applications.CountAsync(
                other => other.JobPostId == post.Id && other.Status == ApplicationStatus.Accepted, cancellationToken);
            isFull = accepted >= post.Headcount;
            if (isFull) await JobPostLife.EndAsync(db, post, JobPostStatus.Filled, now, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        if (isOpened) events.ApplicationRead(application, applicant.AnalyticsId);
        events.ApplicationAccepted(application, applicant.AnalyticsId);
        if (isFull) events.JobPostClosed(post);
        return new(application, post, null);
    }

    public static async Task<RejectApplicationsPayload> RejectApplications(
        RejectApplicationsInput input, CurrentViewer viewer, IDbContextFactory<JobsDb> dbFactory, BoardEvents events,
        TimeProvider time, RequestLanguage language, CancellationToken cancellationToken)
    {
        var (userId, now) = (viewer.RequiredUserId, time.GetUtcNow());
        var problems = new FieldProblems(language);
        var ids = ApplicationIds.Read(input.ApplicationIds, problems);
        var message = string.IsNullOrWhiteSpace(input.Message)
            ? KindNo
            : problems.Text(input.Message, DecisionNote.LengthMax, "message");
        if (problems.Any) return problems.ToError();
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var applications = await db.LockApplicationsAsync(db.ApplicationsManagedBy(userId), ids, cancellationToken);
        if (ApplicationIds.Missing(ids, applications, language) is { } missing) return missing;
        if (applications.Select(application => application.JobPostId).Distinct().Count() > 1)
            return OneOnly("한 공고의 지원서만 함께 거절할 수 있어요.", "All must belong to one post.", language);
        if (applications.FirstOrDefault(application => !ApplicationTransitions.IsUndecided(application.Status)) is { } decided)
            return new ApplicationTransitionError(decided.Status, ApplicationTransitions.ByEmployer(decided.Status), language);

        var opened = applications.Where(application => application.ReadAt is null).ToList();
        foreach (var application in applications)
        {
            ApplicationMoves.Move(db, application, ApplicationStatus.Rejected, now, byApplicant: false);
            application.DecisionNote = message;
        }

        await db.SaveChangesAsync(cancellationToken);
        var people = await db.AnalyticsIdsAsync(applications.Select(application => application.ApplicantId), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        foreach (var application in opened) events.ApplicationRead(application, people[application.ApplicantId]);
        foreach (var application in applications) events.ApplicationRejected(application, people[application.ApplicantId]);
        return new([.. InOrder(ids, applications)], null);
    }

    private static ValidationError OneOnly(string korean, string english, RequestLanguage language)
    {
        var problems = new FieldProblems(language);
        problems.Add(korean, english, "applicationIds");
        return problems.ToError();
    }

    private static IEnumerable<Application> InOrder(IReadOnlyList<long> ids, IReadOnlyList<Application> applications) =>
        ids.Select(id => applications.First(application => application.Id == id));
}
