namespace Jobs.Persistence;

/// <summary>
/// The one row whose number moves with every write that changes which flags and notices are served: triggers of those tables see
/// to it, and announce the new number on <see cref="Channel"/>.
/// </summary>
public sealed class ServedRevision
{
    /// <summary>What instances LISTEN to; the payload is the new revision.</summary>
    public const string Channel = "jobs_served_revision";

    public int Id { get; init; }
    public long Revision { get; init; }
}
