using System.Collections.ObjectModel;

namespace Jobs.Api.Sentry;

/// <summary>Something that happened on the way to an error.</summary>
public sealed record Breadcrumb(DateTimeOffset Timestamp, string Category, string Message)
{
    public SentryLevel Level { get; init; } = SentryLevel.Info;

    /// <summary>How it is shown: <c>default</c>, <c>query</c> and others of the protocol.</summary>
    public string Type { get; init; } = "default";

    public IReadOnlyDictionary<string, object?> Data { get; init; } = ReadOnlyDictionary<string, object?>.Empty;
}
