namespace Jobs.Persistence;

/// <summary>What a flag was after one change of it, who made the change and why.</summary>
public sealed class FeatureFlagRevision
{
    public required string FlagKey { get; init; }
    public int Version { get; init; }
    public required string Description { get; init; }
    public required string Definition { get; init; }
    public bool IsArchived { get; init; }
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Null where the service itself made the change.</summary>
    public long? ChangedById { get; init; }

    public string? Note { get; init; }
}
