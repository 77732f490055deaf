using Jobs.Experiments;

namespace Jobs.Schema;

/// <summary>One change of an experiment.</summary>
public sealed record ExperimentRevision(
    int Version, ExperimentChange Change, DateTimeOffset At, PublicUser? Author, string? Note)
{
    public static ExperimentRevision Of(ExperimentHistoryEntry entry) => new(
        entry.Revision.Version, entry.Revision.Change, entry.Revision.ChangedAt,
        entry.Revision.ChangedById is { } id ? new PublicUser(id, entry.AuthorName ?? "") : null, entry.Revision.Note);
}
