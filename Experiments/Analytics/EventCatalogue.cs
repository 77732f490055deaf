namespace Jobs.Experiments;

/// <summary>
/// Every event of the board: its name, when it is recorded and what it carries. Nothing that is not written here can leave the
/// service: no names, no phone numbers, nothing that a person wrote, no place where a person is.
/// </summary>
public static class EventCatalogue
{
    private static readonly EventProperty JobPost = new("job_post_id", "The post.");
    private static readonly EventProperty Application = new("application_id", "The application.");
    private static readonly EventProperty Category = new("category", "The post's kind of work.");
    private static readonly EventProperty WageType = new("wage_type", "HOURLY, DAILY, MONTHLY or PER_TASK.");
    private static readonly EventProperty Side = new(
        "side", "Whose event it is: the member's who did it (employer), or the applicant's to whom it happened (applicant).");
    private static readonly EventProperty Experiment = new("Experiment name", "The experiment's key.");
    private static readonly EventProperty Variant = new("Variant name", "The arm's key.");
    private static readonly EventProperty ExperimentVersion = new("experiment_version", "The version that was started.");
    private static readonly EventProperty IsQaTester = new(
        "$is_qa_tester", "Whether the arm was forced for a tester; such people are left out of results.");

    private static readonly EventDefinition Feed = new(
        "feed_viewed", "A page of the feed was asked for: by a signed-in person, or by an app that names its device.",
        new("sort", "Order of the feed."), new("is_first_page", "Whether it was the first page."),
        new("result_count", "Posts on the page."), new("has_area", "Whether an area was given; not which."),
        new("has_keyword", "Whether a keyword was given; not which."));
    private static readonly EventDefinition PostViewed = new(
        "job_post_viewed", "A signed-in person opened a post.", JobPost, Category, WageType);
    private static readonly EventDefinition PostSaved = new(
        "job_post_saved", "A person kept a post for later that was not kept already.", JobPost, Category);
    private static readonly EventDefinition PostPublished = new(
        "job_post_published", "A member of an employer showed a post to everybody.", JobPost, Category, WageType);
    private static readonly EventDefinition PostClosed = new(
        "job_post_closed", "A member of an employer ended a post, or accepted the last person it needed.",
        JobPost, new("reason", "CLOSED or FILLED."), new("hours_open", "Whole hours since it was published."));

    private static readonly EventDefinition Submitted = new(
        "application_submitted", "A person applied.", JobPost, Application, Category,
        new("has_message", "Whether a message came with it; not what it says."));
    private static readonly EventDefinition Read = new(
        "application_read", "An application was opened, or decided, for the first time by the employer; once for each side.",
        Side, JobPost, Application, new("minutes_to_read", "Whole minutes since it was submitted; up to 1440 is within a day."));
    private static readonly EventDefinition Accepted = new(
        "application_accepted", "The employer said yes; once for each side.",
        Side, JobPost, Application, new("minutes_to_decide", "Whole minutes since it was submitted."));
    private static readonly EventDefinition Rejected = new(
        "application_rejected", "The employer said no; once for each side.",
        Side, JobPost, Application, new("minutes_to_decide", "Whole minutes since it was submitted."));
    private static readonly EventDefinition Withdrawn = new(
        "application_withdrawn", "The applicant took the application back.",
        JobPost, Application, new("was_read", "Whether the employer had opened it."),
        new("minutes_since_submitted", "Whole minutes since it was submitted."));

    private static readonly EventDefinition Started = new(
        "$experiment_started", "A person saw an arm of an experiment for the first time; repetitions carry the same id and time.",
        Experiment, Variant, ExperimentVersion, IsQaTester)
    { IsExposure = true };
    private static readonly EventDefinition Assigned = new(
        "notice_assigned", "An arm was chosen for a person whose app asked for the place; only checks the split.",
        Experiment, Variant, ExperimentVersion, IsQaTester);
    private static readonly EventDefinition Clicked = new(
        "notice_clicked", "A person pressed the button of a notice.", Experiment, Variant, ExperimentVersion, IsQaTester);
    private static readonly EventDefinition Dismissed = new(
        "notice_dismissed", "A person does not want to see a notice again.", Experiment, Variant, ExperimentVersion, IsQaTester);

    public static IReadOnlyList<EventDefinition> All { get; } =
    [
        Feed, PostViewed, PostSaved, PostPublished, PostClosed, Submitted, Read, Accepted, Rejected, Withdrawn, Started, Assigned,
        Clicked, Dismissed,
    ];

    public static AnalyticsEvent FeedViewed(
        AnalyticsPerson person, DateTimeOffset at, JobPostSort sort, bool isFirstPage, int resultCount, bool hasArea,
        bool hasKeyword) => Feed.Of(person, at, EnumText.Of(sort), isFirstPage, resultCount, hasArea, hasKeyword);

    public static AnalyticsEvent JobPostViewed(
        AnalyticsPerson person, DateTimeOffset at, long jobPostId, string category, WageType wageType) =>
        PostViewed.Of(person, at, jobPostId, category, EnumText.Of(wageType));

    public static AnalyticsEvent JobPostSaved(AnalyticsPerson person, DateTimeOffset at, long jobPostId, string category) =>
        PostSaved.Of(person, at, jobPostId, category);

    public static AnalyticsEvent JobPostPublished(
        AnalyticsPerson person, DateTimeOffset at, long jobPostId, string category, WageType wageType) =>
        PostPublished.Of(person, at, jobPostId, category, EnumText.Of(wageType));

    public static AnalyticsEvent JobPostClosed(
        AnalyticsPerson person, DateTimeOffset at, long jobPostId, JobPostStatus reason, int hoursOpen) =>
        PostClosed.Of(person, at, jobPostId, EnumText.Of(reason), hoursOpen);

    public static AnalyticsEvent ApplicationSubmitted(
        AnalyticsPerson person, DateTimeOffset at, long jobPostId, long applicationId, string category, bool hasMessage) =>
        Submitted.Of(person, at, jobPostId, applicationId, category, hasMessage);

    public static AnalyticsEvent ApplicationRead(
        AnalyticsPerson person, DateTimeOffset at, EventSide side, long jobPostId, long applicationId, int minutesToRead) =>
        Read.Of(person, at, SideText(side), jobPostId, applicationId, minutesToRead);

    public static AnalyticsEvent ApplicationAccepted(
        AnalyticsPerson person, DateTimeOffset at, EventSide side, long jobPostId, long applicationId, int minutesToDecide) =>
        Accepted.Of(person, at, SideText(side), jobPostId, applicationId, minutesToDecide);

    public static AnalyticsEvent ApplicationRejected(
        AnalyticsPerson person, DateTimeOffset at, EventSide side, long jobPostId, long applicationId, int minutesToDecide) =>
        Rejected.Of(person, at, SideText(side), jobPostId, applicationId, minutesToDecide);

    public static AnalyticsEvent ApplicationWithdrawn(
        AnalyticsPerson person, DateTimeOffset at, long jobPostId, long applicationId, bool wasRead, int minutesSinceSubmitted) =>
        Withdrawn.Of(person, at, jobPostId, applicationId, wasRead, minutesSinceSubmitted);

    /// <param name="person">Who saw it.</param>
    /// <param name="at">The first exposure's time as it is stored: every report of this exposure carries the same.</param>
    /// <param name="experimentKey">The experiment.</param>
    /// <param name="experimentVersion">The version that was started.</param>
    /// <param name="variantKey">The arm.</param>
    /// <param name="isQaTester">Whether the arm was forced for a tester.</param>
    public static AnalyticsEvent ExperimentStarted(
        AnalyticsPerson person, DateTimeOffset at, string experimentKey, int experimentVersion, string variantKey,
        bool isQaTester) =>
        new(Started, person, at, InsertId.OfExposure(experimentKey, experimentVersion, person.AnalyticsId, variantKey),
            [experimentKey, variantKey, experimentVersion, isQaTester]);

    public static AnalyticsEvent NoticeAssigned(
        AnalyticsPerson person, DateTimeOffset at, string experimentKey, int experimentVersion, string variantKey,
        bool isQaTester) =>
        Assigned.Of(person, at, experimentKey, variantKey, experimentVersion, isQaTester);

    public static AnalyticsEvent NoticeClicked(
        AnalyticsPerson person, DateTimeOffset at, string experimentKey, int experimentVersion, string variantKey,
        bool isQaTester) =>
        Clicked.Of(person, at, experimentKey, variantKey, experimentVersion, isQaTester);

    public static AnalyticsEvent NoticeDismissed(
        AnalyticsPerson person, DateTimeOffset at, string experimentKey, int experimentVersion, string variantKey,
        bool isQaTester) =>
        Dismissed.Of(person, at, experimentKey, variantKey, experimentVersion, isQaTester);

    private static string SideText(EventSide side) => side == EventSide.Employer ? "employer" : "applicant";
}

/// <summary>What happens between two people is an event of each, so that either can be the one who was told something.</summary>
public enum EventSide
{
    Employer,
    Applicant,
}
