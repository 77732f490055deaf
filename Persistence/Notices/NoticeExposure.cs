namespace Jobs.Persistence;

/// <summary>
/// When a person first saw an arm of an experiment. It is no store of events: it holds the one time that every report of this
/// exposure must carry, so that the analytics service takes repeated reports, from whichever instance, for one.
/// </summary>
public sealed class NoticeExposure
{
    public long ExperimentId { get; init; }

    /// <summary>The experiment's version that was started.</summary>
    public int ExperimentVersion { get; init; }

    public long UserId { get; init; }
    public required string VariantKey { get; init; }
    public DateTimeOffset ExposedAt { get; init; }
}
