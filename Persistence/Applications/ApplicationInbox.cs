using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence;

/// <summary>Pages of applications for those who wrote them and those who got them.</summary>
public static class ApplicationInbox
{
    public static async Task<IReadOnlyList<Application>> PageAsync(
        JobsDb db, ApplicationInboxQuery query, CancellationToken cancellationToken = default) =>
        await Ordered(After(Matching(db, query), query), query.Sort).Take(query.Limit).ToListAsync(cancellationToken);

    /// <summary>Counts under the same filter, wherever the page is.</summary>
    public static async Task<ApplicationCounts> CountAsync(
        JobsDb db, ApplicationInboxQuery query, CancellationToken cancellationToken = default) =>
        await Matching(db, query).GroupBy(_ => 1)
            .Select(all => new ApplicationCounts(
                all.Count(), all.Count(application => application.Status == ApplicationStatus.Submitted)))
            .SingleOrDefaultAsync(cancellationToken) ?? new ApplicationCounts(0, 0);

    private static IQueryable<Application> Matching(JobsDb db, ApplicationInboxQuery query)
    {
        if ((query.EmployerId ?? query.JobPostId ?? query.ApplicantId) is null)
            throw new ArgumentException("Applications are an employer's, a post's or an applicant's.", nameof(query));
        var applications = db.Applications.AsNoTracking();
        if (query.EmployerId is { } employerId)
            applications = applications.Where(application => application.EmployerId == employerId);
        if (query.JobPostId is { } postId) applications = applications.Where(application => application.JobPostId == postId);
        if (query.ApplicantId is { } applicantId)
            applications = applications.Where(application => application.ApplicantId == applicantId);
        if (query.Statuses is { Count: > 0 } statuses)
            applications = applications.Where(application => statuses.Contains(application.Status));
        if (query.JobPostIds is { Count: > 0 } ids)
            applications = applications.Where(application => ids.Contains(application.JobPostId));
        if (query.SubmittedSince?.ToUniversalTime() is { } since)
            applications = applications.Where(application => application.SubmittedAt >= since);
        foreach (var word in SearchText.Words(query.Keyword))
        {
            var pattern = LikePattern.Containing(word);
            applications = applications.Where(application =>
                EF.Functions.ILike(application.ApplicantDisplayName, pattern, LikePattern.Escape)
                || EF.Functions.ILike(application.Message!, pattern, LikePattern.Escape));
        }
        return applications;
    }

    // Row comparisons, so that an index continues where the page before it ended.
    private static IQueryable<Application> After(IQueryable<Application> applications, ApplicationInboxQuery query)
    {
        if (query.After is not { } after) return applications;
        var (submittedAt, id) = (after.SubmittedAt.ToUniversalTime(), after.Id);
        return query.Sort switch
        {
            ApplicationSort.Oldest => applications.Where(application =>
                EF.Functions.GreaterThan(
                    ValueTuple.Create(application.SubmittedAt, application.Id), ValueTuple.Create(submittedAt, id))),
            ApplicationSort.Newest => applications.Where(application =>
                EF.Functions.LessThan(
                    ValueTuple.Create(application.SubmittedAt, application.Id), ValueTuple.Create(submittedAt, id))),
            _ when after.IsUnread => applications.Where(application => application.Status != ApplicationStatus.Submitted
                || EF.Functions.LessThan(
                    ValueTuple.Create(application.SubmittedAt, application.Id), ValueTuple.Create(submittedAt, id))),
            _ => applications.Where(application => application.Status != ApplicationStatus.Submitted
                && EF.Functions.LessThan(
                    ValueTuple.Create(application.SubmittedAt, application.Id), ValueTuple.Create(submittedAt, id))),
        };
    }

    private static IOrderedQueryable<Application> Ordered(IQueryable<Application> applications, ApplicationSort sort) =>
        sort switch
        {
            ApplicationSort.Newest => applications
                .OrderByDescending(application => application.SubmittedAt).ThenByDescending(application => application.Id),
            ApplicationSort.Oldest =>
                applications.OrderBy(application => application.SubmittedAt).ThenBy(application => application.Id),
            _ => applications.OrderByDescending(application => application.Status == ApplicationStatus.Submitted)
                .ThenByDescending(application => application.SubmittedAt).ThenByDescending(application => application.Id),
        };
}
