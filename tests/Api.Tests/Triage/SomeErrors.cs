using Jobs.Api.Triage;
using Jobs.Persistence;

namespace Jobs.Api.Tests.Triage;

/// <summary>Errors to be seen; a test changes what it is about.</summary>
internal static class SomeErrors
{
    public static ErrorFingerprint Badge { get; } = Of("Feed", "jobPosts.nodes.badge");

    public static ErrorFingerprint Of(string? operation, string path) => ErrorFingerprint.Of(
        ErrorSource.Graphql, operation, path.Split('.'), "System.NullReferenceException", "Jobs.Schema.JobPostResolvers.Badge");

    public static ErrorSighting At(this ErrorFingerprint fingerprint, DateTimeOffset at) =>
        new(fingerprint, at) { Release = "jobs@1" };
}
