namespace Jobs.Api.Triage;

/// <summary>One failure, as whoever caught it hands it over.</summary>
/// <param name="Fingerprint">Which error it is.</param>
/// <param name="At">When it happened.</param>
public sealed record ErrorSighting(ErrorFingerprint Fingerprint, DateTimeOffset At)
{
    /// <summary>On a core path.</summary>
    public bool Core { get; init; }

    /// <summary>False: the caller got something all the same.</summary>
    public bool RequestFailed { get; init; } = true;

    /// <summary>What somebody gave us is not stored anywhere.</summary>
    public bool DataLost { get; init; }

    /// <summary>The caller went away.</summary>
    public bool Cancelled { get; init; }

    /// <summary>What clients run into by themselves.</summary>
    public bool Expected { get; init; }

    /// <summary>A hash of whoever asked; null: nobody did, or nobody signed in.</summary>
    public string? Viewer { get; init; }

    /// <summary>What running experiments show this viewer.</summary>
    public IReadOnlyList<ViewerVariant> Variants { get; init; } = [];

    /// <summary>Of the service.</summary>
    public string? Release { get; init; }
}
