using System.Text.Json;

namespace Jobs.Baseline;

/// <summary>Names of members, encoded once.</summary>
internal static class Names
{
    public static readonly JsonEncodedText Amount = Of("amount");
    public static readonly JsonEncodedText Applicant = Of("applicant");
    public static readonly JsonEncodedText Application = Of("application");
    public static readonly JsonEncodedText ApplicationCount = Of("applicationCount");
    public static readonly JsonEncodedText Applications = Of("applications");
    public static readonly JsonEncodedText Category = Of("category");
    public static readonly JsonEncodedText Code = Of("code");
    public static readonly JsonEncodedText Cursor = Of("cursor");
    public static readonly JsonEncodedText Data = Of("data");
    public static readonly JsonEncodedText Days = Of("days");
    public static readonly JsonEncodedText DisplayName = Of("displayName");
    public static readonly JsonEncodedText DistanceMeters = Of("distanceMeters");
    public static readonly JsonEncodedText Edges = Of("edges");
    public static readonly JsonEncodedText Employer = Of("employer");
    public static readonly JsonEncodedText EndCursor = Of("endCursor");
    public static readonly JsonEncodedText EndTime = Of("endTime");
    public static readonly JsonEncodedText Errors = Of("errors");
    public static readonly JsonEncodedText HasNextPage = Of("hasNextPage");
    public static readonly JsonEncodedText HourlyEquivalent = Of("hourlyEquivalent");
    public static readonly JsonEncodedText Id = Of("id");
    public static readonly JsonEncodedText IsSaved = Of("isSaved");
    public static readonly JsonEncodedText IsUrgent = Of("isUrgent");
    public static readonly JsonEncodedText JobPost = Of("jobPost");
    public static readonly JsonEncodedText JobPosts = Of("jobPosts");
    public static readonly JsonEncodedText Kind = Of("kind");
    public static readonly JsonEncodedText Length = Of("length");
    public static readonly JsonEncodedText Level = Of("level");
    public static readonly JsonEncodedText Message = Of("message");
    public static readonly JsonEncodedText Near = Of("near");
    public static readonly JsonEncodedText Neighborhood = Of("neighborhood");
    public static readonly JsonEncodedText Neighborhoods = Of("neighborhoods");
    public static readonly JsonEncodedText Node = Of("node");
    public static readonly JsonEncodedText Nodes = Of("nodes");
    public static readonly JsonEncodedText PageInfo = Of("pageInfo");
    public static readonly JsonEncodedText PaidSameDay = Of("paidSameDay");
    public static readonly JsonEncodedText PublishedAt = Of("publishedAt");
    public static readonly JsonEncodedText Schedule = Of("schedule");
    public static readonly JsonEncodedText StartTime = Of("startTime");
    public static readonly JsonEncodedText Stats = Of("stats");
    public static readonly JsonEncodedText Status = Of("status");
    public static readonly JsonEncodedText SubmittedAt = Of("submittedAt");
    public static readonly JsonEncodedText TimeNegotiable = Of("timeNegotiable");
    public static readonly JsonEncodedText Title = Of("title");
    public static readonly JsonEncodedText Type = Of("type");
    public static readonly JsonEncodedText Typename = Of("__typename");
    public static readonly JsonEncodedText Verification = Of("verification");
    public static readonly JsonEncodedText Viewer = Of("viewer");
    public static readonly JsonEncodedText ViewerState = Of("viewerState");
    public static readonly JsonEncodedText Wage = Of("wage");

    private static JsonEncodedText Of(string name) => JsonEncodedText.Encode(name);
}
