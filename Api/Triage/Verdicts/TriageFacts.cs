namespace Jobs.Api.Triage;

/// <summary>All that a verdict may depend on: one sighting of an error, and how often it was seen before.</summary>
public sealed record TriageFacts
{
    /// <summary>Something that the board exists for: finding a job, applying, answering.</summary>
    public bool Core { get; init; }

    /// <summary>False: the caller got something all the same, an older list for example.</summary>
    public bool RequestFailed { get; init; } = true;

    /// <summary>What somebody gave us is not stored anywhere.</summary>
    public bool DataLost { get; init; }

    /// <summary>The caller went away.</summary>
    public bool Cancelled { get; init; }

    /// <summary>What clients run into by themselves: validation, sign-in, a domain's refusal.</summary>
    public bool Expected { get; init; }

    public long Count5m { get; init; }
    public long Count60m { get; init; }
    public long Count7d { get; init; }

    /// <summary>Events that five minutes usually have.</summary>
    public double Baseline5m { get; init; }

    public int Users60m { get; init; }
    public int Users7d { get; init; }

    /// <summary>Requests of the same operation; 0 where none is known.</summary>
    public long Requests5m { get; init; }

    /// <summary>Null: as many as there were events.</summary>
    public double? FailureShare { get; init; }

    public bool IsNew { get; init; }

    /// <summary>Since it was seen first.</summary>
    public double AgeHours { get; init; }

    /// <summary>Minutes since the release first ran; null: not known.</summary>
    public double? DeployAgeMin { get; init; }

    /// <summary>The variant of an experiment that fails most; null: none does more than the others.</summary>
    public VariantFacts? Variant { get; init; }
}
