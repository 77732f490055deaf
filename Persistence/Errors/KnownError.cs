namespace Jobs.Persistence;

/// <summary>An error as all instances together know it: what it is, what was decided about it, and since when.</summary>
public sealed class KnownError
{
    /// <summary>Its fingerprint, 32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    public ErrorSource Source { get; init; }

    /// <summary>Of GraphQL, or the name of a background job.</summary>
    public string? Operation { get; init; }

    /// <summary>Of a field, without indexes.</summary>
    public string? Path { get; init; }

    public string? ExceptionType { get; init; }

    /// <summary>The method of ours that was running.</summary>
    public string? Frame { get; init; }

    public bool IsCore { get; init; }

    /// <summary>What the rules said of the last sighting, or of an earlier one that was worse and is not an hour old.</summary>
    public TriageLevel Level { get; init; }

    public required string Reason { get; init; }
    public TriageAction Action { get; init; }
    public long Sightings { get; init; }
    public DateTimeOffset FirstSeenAt { get; init; }
    public DateTimeOffset LastSeenAt { get; init; }
    public string? FirstRelease { get; init; }
    public string? LastRelease { get; init; }

    /// <summary>When the rules last said so.</summary>
    public DateTimeOffset? ActNowAt { get; init; }

    public DateTimeOffset? SoonAt { get; init; }

    /// <summary>When somebody was last woken up for it.</summary>
    public DateTimeOffset? AlertedAt { get; init; }

    /// <summary>What an operator wants it to be, whatever the rules say; null: the rules decide.</summary>
    public TriageLevel? OverrideLevel { get; init; }

    public string? OverrideNote { get; init; }
    public DateTimeOffset? OverrideUntil { get; init; }
    public long? OverrideById { get; init; }

    /// <summary>By the database's clock: instances read what changed since they last asked.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    public bool IsOverriddenAt(DateTimeOffset now) => OverrideLevel is not null && now < OverrideUntil;

    /// <summary>What an operator said; otherwise what the rules say.</summary>
    public TriageLevel LevelAt(DateTimeOffset now, TimeSpan quiet) =>
        IsOverriddenAt(now) ? OverrideLevel!.Value : RulesLevelAt(now, quiet);

    /// <summary>The rules' level, which falls after a quiet time by itself.</summary>
    public TriageLevel RulesLevelAt(DateTimeOffset now, TimeSpan quiet)
    {
        if (Level == TriageLevel.None) return TriageLevel.None;
        if (ActNowAt > now - quiet) return TriageLevel.ActNow;
        if (SoonAt > now - quiet) return TriageLevel.Soon;
        return Source == ErrorSource.Expected ? TriageLevel.None : TriageLevel.Monitor;
    }
}
