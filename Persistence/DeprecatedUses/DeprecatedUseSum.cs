namespace Jobs.Persistence;

/// <summary>What is left of one client version's use of a deprecated element when its days are added up.</summary>
/// <param name="Coordinate">The schema coordinate.</param>
/// <param name="ClientName">As the client calls itself.</param>
/// <param name="ClientVersion">As the client calls itself.</param>
/// <param name="LastUsedAt">The last request that used it.</param>
/// <param name="Requests">Of the days that were asked for.</param>
public sealed record DeprecatedUseSum(
    string Coordinate, string ClientName, string ClientVersion, DateTimeOffset LastUsedAt, long Requests);
