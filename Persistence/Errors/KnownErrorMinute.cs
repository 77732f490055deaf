namespace Jobs.Persistence;

/// <summary>How often all instances saw an error in one minute: what frequency is told from. Kept for two hours.</summary>
public sealed class KnownErrorMinute
{
    public required string ErrorId { get; init; }
    public DateTimeOffset Minute { get; init; }
    public long Sightings { get; init; }
}
