namespace Jobs.Persistence;

/// <summary>A flag of the board as it is served now, in the Microsoft feature-management schema.</summary>
public sealed class FeatureFlag
{
    public required string Key { get; init; }
    public required string Description { get; set; }

    /// <summary>One member of the schema's <c>feature_flags</c>, as JSON.</summary>
    public required string Definition { get; set; }

    /// <summary>Served to nobody any more, kept for its history.</summary>
    public bool IsArchived { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
    public int Version { get; set; } = 1;
}
