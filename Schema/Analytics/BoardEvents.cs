using Jobs.Experiments;

namespace Jobs.Schema;

/// <summary>
/// Records what the viewer of the request does on the board: called once it is done for good, after the commit. What
/// happens between two people is recorded for each of them.
/// </summary>
public sealed class BoardEvents(Experiments.Analytics analytics, CurrentViewer viewer, RequestDevice device, TimeProvider time)
{
    /// <summary>What must be known of a post that somebody opens.</summary>
    public const JobPostParts PartsOfViewed = JobPostParts.Kind | JobPostParts.Pay;

    /// <summary>The signed-in viewer, or the device of one who is not; null: nobody that could be told from others.</summary>
    private AnalyticsPerson? Person =>
        viewer.Person ?? (device.Id is { } id ? new AnalyticsPerson(Guid.Empty, id) : null);

    public void FeedViewed(JobPostFeedQuery query, bool isFirstPage, int resultCount)
    {
        if (Person is { } person)
            analytics.Track(EventCatalogue.FeedViewed(
                person, query.Now, query.Sort, isFirstPage, resultCount, query.Area is not null, query.Keyword is not null));
    }

    public void JobPostViewed(JobPost post)
    {
        if (viewer.Person is { } person)
            analytics.Track(EventCatalogue.JobPostViewed(
                person, time.GetUtcNow(), post.Id, CategoryOf(post), post.WageType));
    }

    public void JobPostSaved(JobPost post, DateTimeOffset at)
    {
        if (viewer.Person is { } person) analytics.Track(EventCatalogue.JobPostSaved(person, at, post.Id, CategoryOf(post)));
    }

    public void JobPostPublished(JobPost post)
    {
        if (viewer.Person is { } person && post.PublishedAt is { } at)
            analytics.Track(EventCatalogue.JobPostPublished(person, at, post.Id, CategoryOf(post), post.WageType));
    }

    public void JobPostClosed(JobPost post)
    {
        if (viewer.Person is { } person && post.EndedAt is { } at)
            analytics.Track(EventCatalogue.JobPostClosed(
                person, at, post.Id, post.Status, (int)(at - (post.PublishedAt ?? at)).TotalHours));
    }

    public void ApplicationSubmitted(Application application, JobPost post)
    {
        if (viewer.Person is { } person)
            analytics.Track(EventCatalogue.ApplicationSubmitted(
                person, application.SubmittedAt, post.Id, application.Id, CategoryOf(post), application.Message is not null));
    }

    public void ApplicationWithdrawn(Application application)
    {
        if (viewer.Person is { } person && application.DecidedAt is { } at)
            analytics.Track(EventCatalogue.ApplicationWithdrawn(
                person, at, application.JobPostId, application.Id, application.ReadAt is not null,
                MinutesUntil(at, application)));
    }

    public void ApplicationRead(Application application, Guid applicant)
    {
        if (application.ReadAt is { } at)
            TrackBoth(applicant, (person, side) => EventCatalogue.ApplicationRead(
                person, at, side, application.JobPostId, application.Id, MinutesUntil(at, application)));
    }

    public void ApplicationAccepted(Application application, Guid applicant)
    {
        if (application.DecidedAt is { } at)
            TrackBoth(applicant, (person, side) => EventCatalogue.ApplicationAccepted(
                person, at, side, application.JobPostId, application.Id, MinutesUntil(at, application)));
    }

    public void ApplicationRejected(Application application, Guid applicant)
    {
        if (application.DecidedAt is { } at)
            TrackBoth(applicant, (person, side) => EventCatalogue.ApplicationRejected(
                person, at, side, application.JobPostId, application.Id, MinutesUntil(at, application)));
    }

    private void TrackBoth(Guid applicant, Func<AnalyticsPerson, EventSide, AnalyticsEvent> create)
    {
        if (viewer.Person is { } member) analytics.Track(create(member, EventSide.Employer));
        analytics.Track(create(new AnalyticsPerson(applicant, null), EventSide.Applicant));
    }

    private static int MinutesUntil(DateTimeOffset at, Application application) =>
        (int)(at - application.SubmittedAt).TotalMinutes;

    private static string CategoryOf(JobPost post) => (KnownJobCategories.Find(post.CategoryId) ?? KnownJobCategories.Other).Key;
}
