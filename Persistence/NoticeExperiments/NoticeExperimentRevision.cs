namespace Jobs.Persistence;

/// <summary>What an experiment was after one change of it, who made the change and why.</summary>
public sealed class NoticeExperimentRevision
{
    public long ExperimentId { get; init; }
    public int Version { get; init; }
    public ExperimentChange Change { get; init; }
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Null where the service itself made the change.</summary>
    public long? ChangedById { get; init; }

    public string? Note { get; init; }

    /// <summary>Everything about the experiment that a person can edit, as JSON.</summary>
    public required string Content { get; init; }
}
