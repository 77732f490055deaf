namespace Jobs.Persistence;

/// <summary>A person does not want to see the notice of an experiment again.</summary>
public sealed class NoticeDismissal
{
    public long UserId { get; init; }
    public long ExperimentId { get; init; }
    public DateTimeOffset DismissedAt { get; init; }
}
