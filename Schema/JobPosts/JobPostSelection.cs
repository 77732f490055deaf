using Jobs.GraphQL.Execution;

namespace Jobs.Schema;

/// <summary>Which parts of a post its selected fields need, so that one statement reads those and no others.</summary>
public static class JobPostSelection
{
    /// <summary>Of a connection of posts.</summary>
    public static JobPostParts OfConnection(FieldSelection connection) =>
        PartsOf(connection.Beneath("edges", "node")) | PartsOf(connection.Beneath("nodes"))
            | (connection.Has("edges", "distanceMeters") ? JobPostParts.Distance : JobPostParts.Core);

    /// <summary>Of a field that is a post.</summary>
    public static JobPostParts Of(FieldSelection post) => post.Conclude(static selection => PartsOf(selection));

    /// <summary>
    /// Of the post in the payload of an application: whether it is open, where it is and whom it takes decides about that, and its
    /// kind is recorded, whatever is selected.
    /// </summary>
    public static JobPostParts OfApplied(FieldSelection payload) => payload.Conclude(static selection =>
        (PartsOf(selection.Beneath("jobPost")) & JobPostParts.Whole)
            | JobPostParts.Life | JobPostParts.PublicPoint | JobPostParts.MinimumAge | JobPostParts.Kind);

    private static JobPostParts PartsOf(FieldSelection post) => Union(post, name => PartsOf(post, name));

    // What is not named here needs everything: a new field is slow at first, and never wrong.
    private static JobPostParts PartsOf(FieldSelection post, string field) => field switch
    {
        "id" or "title" or "neighborhood" or "publishedAt" or "questions" or "webUrl" or "__typename" => JobPostParts.Core,
        "status" or "expiresAt" => JobPostParts.Life,
        "category" or "isUrgent" => JobPostParts.Kind,
        "description" => JobPostParts.Description,
        "wage" => OfWage(post.Beneath("wage")),
        "wageText" => JobPostParts.Pay | JobPostParts.PayTerms,
        "schedule" => OfSchedule(post.Beneath("schedule")),
        "workplace" => JobPostParts.Place,
        "distanceFrom" => JobPostParts.PublicPoint,
        "minimumAge" => JobPostParts.MinimumAge,
        "headcount" or "benefits" or "updatedAt" or "version" => JobPostParts.Details,
        "endedAt" => JobPostParts.Details | JobPostParts.Life,
        "employer" => OfEmployer(post.Beneath("employer")),
        "stats" => (post.Has("stats", "applicationCount") ? JobPostParts.ApplicationCount : JobPostParts.Core)
            | (post.Has("stats", "saveCount") ? JobPostParts.SaveCount : JobPostParts.Core),
        "viewerState" => OfViewerState(post.Beneath("viewerState")),
        "applications" => JobPostParts.IsMember,
        "structuredData" => JobPostParts.Whole | JobPostParts.WholeEmployer,
        _ => JobPostParts.Whole,
    };

    private static JobPostParts OfWage(FieldSelection wage) =>
        Union(wage, static name => name switch
        {
            "type" or "amount" => JobPostParts.Pay,
            "paidSameDay" => JobPostParts.PaidSameDay,
            "amountMax" or "negotiable" => JobPostParts.PayTerms,
            "hourlyEquivalent" or "meetsMinimumWage" => JobPostParts.HourlyEquivalent,
            "weeklyHolidayPayApplies" => JobPostParts.WeeklyHours,
            "__typename" => JobPostParts.Core,
            _ => JobPostParts.Whole,
        });

    private static JobPostParts OfSchedule(FieldSelection schedule) =>
        Union(schedule, static name => name switch
        {
            "length" or "days" or "daysNegotiable" or "startTime" or "endTime" or "isOvernight" or "timeNegotiable"
                => JobPostParts.Schedule,
            "startsOn" or "endsOn" or "breakMinutes" or "bands" => JobPostParts.ScheduleTerms,
            "weeklyHours" => JobPostParts.WeeklyHours,
            "__typename" => JobPostParts.Core,
            _ => JobPostParts.Whole,
        });

    private static JobPostParts OfEmployer(FieldSelection employer) =>
        JobPostParts.Employer | Union(employer, static name => name switch
        {
            "id" or "displayName" or "responsiveness" or "jobPosts" or "applications" or "viewerIsMember" or "__typename"
                => JobPostParts.Employer,
            "kind" or "neighborhood" => JobPostParts.EmployerKind,
            "verification" => JobPostParts.EmployerVerification,
            _ => JobPostParts.WholeEmployer,
        });

    private static JobPostParts OfViewerState(FieldSelection state) =>
        Union(state, static name => name switch
        {
            "isSaved" => JobPostParts.IsSaved,
            "application" or "__typename" => JobPostParts.Core,
            "canManage" => JobPostParts.IsMember,
            _ => JobPostParts.Life | JobPostParts.MinimumAge | JobPostParts.IsMember,
        });

    private static JobPostParts Union(FieldSelection selection, Func<string, JobPostParts> partsOf) =>
        selection.Names.Aggregate(JobPostParts.Core, (parts, name) => parts | partsOf(name));
}
