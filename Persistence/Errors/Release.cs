namespace Jobs.Persistence;

/// <summary>A version of the service, and when its first instance started.</summary>
public sealed class Release
{
    public required string Name { get; init; }
    public DateTimeOffset StartedAt { get; init; }
}
