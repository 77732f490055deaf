namespace Jobs.Persistence;

/// <summary>How often all instances saw an error in one hour: its baseline and its trend. Kept for eight days.</summary>
public sealed class KnownErrorHour
{
    public required string ErrorId { get; init; }
    public DateTimeOffset Hour { get; init; }
    public long Sightings { get; init; }
}
