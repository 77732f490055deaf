namespace Jobs.Persistence;

/// <summary>What an operator said about an error: what it is to be and until when, or that the rules decide again.</summary>
public sealed class KnownErrorOverride
{
    public const int NoteLengthMax = 1000;

    public required string ErrorId { get; init; }

    /// <summary>1 for the first, then one more each time.</summary>
    public int Version { get; init; }

    /// <summary>Null: the override was ended.</summary>
    public TriageLevel? Level { get; init; }

    public string? Note { get; init; }
    public DateTimeOffset? Until { get; init; }

    /// <summary>Null: that account is gone.</summary>
    public long? ChangedById { get; init; }

    public DateTimeOffset ChangedAt { get; init; }
}
