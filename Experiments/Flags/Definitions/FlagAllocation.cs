namespace Jobs.Experiments;

/// <summary>Who gets which variant: users first, then groups, then shares, and the default for the rest.</summary>
public sealed record FlagAllocation
{
    public string? DefaultWhenEnabled { get; init; }
    public string? DefaultWhenDisabled { get; init; }
    public IReadOnlyList<UserShare>? User { get; init; }
    public IReadOnlyList<GroupShare>? Group { get; init; }
    public IReadOnlyList<PercentileShare>? Percentile { get; init; }

    /// <summary>What is hashed with the person's id; null: "allocation", a line feed and the flag's name.</summary>
    public string? Seed { get; init; }
}

/// <summary>These people get this variant.</summary>
public sealed record UserShare
{
    public required string Variant { get; init; }
    public required IReadOnlyList<string> Users { get; init; }
}

/// <summary>Members of these groups get this variant.</summary>
public sealed record GroupShare
{
    public required string Variant { get; init; }
    public required IReadOnlyList<string> Groups { get; init; }
}

/// <summary>People whose percentile is in [From, To) get this variant; a To of 100 includes 100.</summary>
public sealed record PercentileShare
{
    public required string Variant { get; init; }
    public required double From { get; init; }
    public required double To { get; init; }
}
