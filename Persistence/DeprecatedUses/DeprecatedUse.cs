namespace Jobs.Persistence;

/// <summary>How often one version of a client used a deprecated element of the schema on one day.</summary>
public sealed class DeprecatedUse
{
    /// <summary>The schema coordinate: <c>JobPost.title</c>.</summary>
    public required string Coordinate { get; init; }
    public required string ClientName { get; init; }
    public required string ClientVersion { get; init; }
    public DateOnly Day { get; init; }
    public long Requests { get; init; }
    public DateTimeOffset LastUsedAt { get; init; }
}
