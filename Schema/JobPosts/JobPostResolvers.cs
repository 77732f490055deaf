using Jobs.GraphQL.Execution;

namespace Jobs.Schema;

/// <summary>Fields of <c>JobPost</c> that are more than a column.</summary>
public static class JobPostResolvers
{
    public const int SimilarMax = 12;

    public static string Id(JobPost jobPost) => GlobalId.Of(NodeType.JobPost, jobPost.Id);

    public static JobPostStatus Status(JobPost jobPost, TimeProvider time) => jobPost.StatusAt(time.GetUtcNow());

    public static ValueTask<Employer> Employer(JobPost jobPost, EmployerById employers) => jobPost.KnownEmployer is { } known
        ? ValueTask.FromResult(known)
        : new(employers.LoadRequiredAsync(jobPost.EmployerId));

    public static JobCategory Category(JobPost jobPost) =>
        KnownJobCategories.Find(jobPost.CategoryId) ?? KnownJobCategories.Other;

    public static Neighborhood Neighborhood(JobPost jobPost) =>
        KnownNeighborhoods.Shipped.Find(jobPost.NeighborhoodId)
            ?? throw new KeyNotFoundException($"No area {jobPost.NeighborhoodId}.");

    public static Workplace Workplace(JobPost jobPost) =>
        new(jobPost.HideExactAddress ? null : jobPost.Address, jobPost.PublicPoint, IsExact(jobPost));

    // A hidden point may lie on the grid by chance, and must not be confirmed then.
    private static bool IsExact(JobPost jobPost) => !jobPost.HideExactAddress && jobPost.PublicPoint == jobPost.Point;

    public static Wage Wage(JobPost jobPost) => new(jobPost);

    public static WorkSchedule Schedule(JobPost jobPost) => new(
        jobPost.Length, DaySets.List(jobPost.Days), jobPost.Days == WorkDays.None, jobPost.StartsOn, jobPost.EndsOn,
        LocalTime.Of(jobPost.StartMinute), LocalTime.Of(jobPost.EndMinute), jobPost.Shift is { IsOvernight: true },
        jobPost.Shift is null, jobPost.BreakMinutes, DaySets.List(jobPost.Bands), jobPost.WeeklyHours);

    public static async Task<IReadOnlyList<ScreeningQuestion>> Questions(JobPost jobPost, QuestionsByJobPostId questions) =>
        await questions.LoadAsync(jobPost.Id) ?? [];

    /// <summary>A post whose time ran out ended then, whoever tidies its row up later.</summary>
    public static DateTimeOffset? EndedAt(JobPost jobPost, TimeProvider time) =>
        jobPost.EndedAt ?? (jobPost.StatusAt(time.GetUtcNow()) == JobPostStatus.Expired ? jobPost.ExpiresAt : null);

    public static JobPostStats Stats(JobPost jobPost) => new(jobPost.Id);

    public static JobPostViewerState? ViewerState(JobPost jobPost, CurrentViewer viewer) =>
        viewer.UserId is { } id ? new JobPostViewerState(jobPost, id) : null;

    public static int? DistanceFrom(JobPost jobPost, string neighborhoodId) =>
        KnownNeighborhoods.Shipped.Find(GlobalId.Parse(neighborhoodId, NodeType.Neighborhood)) is { } area
            ? (int)Math.Round(area.Center.DistanceTo(jobPost.PublicPoint)) : null;

    public static Task<IReadOnlyList<JobPost>> Similar(
        JobPost jobPost, int first, JobPostFeed feed, TimeProvider time, CancellationToken cancellationToken) =>
        SimilarJobPosts.ReadAsync(feed, jobPost, PageSize.Of(first, SimilarMax), time.GetUtcNow(), cancellationToken);

    /// <summary>Null for anyone who is not a member of the employer.</summary>
    public static async Task<ApplicationConnection?> Applications(
        JobPost jobPost, int? first, string? after, ApplicationFilter? filter, ApplicationSort sort,
        IsMemberByEmployerId memberships, ApplicationPages pages, FieldSelection selection) =>
        await memberships.LoadAsync(jobPost.EmployerId)
            ? await pages.ReadAsync(
                new ApplicationInboxQuery { JobPostId = jobPost.Id }, first, after, filter, sort, selection,
                jobPost.KnownApplications)
            : null;

    public static Uri WebUrl(JobPost jobPost, WebAddresses addresses) => addresses.Of(jobPost);

    public static async Task<string?> StructuredData(
        JobPost jobPost, EmployerById employers, WebAddresses addresses, TimeProvider time) =>
        jobPost.IsOpenAt(time.GetUtcNow())
            ? JobPostingJsonLd.Write(jobPost, await Employer(jobPost, employers), addresses.Of(jobPost))
            : null;

    public static string? WageText(JobPost jobPost, RequestLanguage language) => JobPostWageText.Of(jobPost, language);
}

/// <summary>Counters of a post; each is counted only when a client selects it.</summary>
public sealed record JobPostStats(long JobPostId);

/// <summary>Fields of <c>JobPostStats</c>.</summary>
public static class JobPostStatsResolvers
{
    public static Task<int> SaveCount(JobPostStats stats, SaveCountByJobPostId saves) => saves.LoadAsync(stats.JobPostId);

    public static Task<int> ApplicationCount(JobPostStats stats, ApplicationCountByJobPostId applications) =>
        applications.LoadAsync(stats.JobPostId);
}

/// <summary>Fields of <c>ScreeningQuestion</c> that are more than a column.</summary>
public static class ScreeningQuestionResolvers
{
    public static string Id(ScreeningQuestion question) => GlobalId.Of(NodeType.ScreeningQuestion, question.Id);
}
