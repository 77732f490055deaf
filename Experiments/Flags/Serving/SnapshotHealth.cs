namespace Jobs.Experiments;

/// <summary>How fresh what this instance serves is, for the console.</summary>
/// <param name="Revision">What is served.</param>
/// <param name="CheckedAt">When the database last confirmed it; null: not since this instance started.</param>
/// <param name="ReadAt">When it was read from the database; null: it comes from the disk, or there is none.</param>
/// <param name="IsListening">Whether changes are pushed to this instance; otherwise the next poll brings them.</param>
/// <param name="LastError">What went wrong last, by its kind; null once all is well again.</param>
/// <param name="LastErrorAt">When.</param>
public sealed record SnapshotHealth(
    long Revision, DateTimeOffset? CheckedAt, DateTimeOffset? ReadAt, bool IsListening, string? LastError,
    DateTimeOffset? LastErrorAt)
{
    /// <summary>How long ago the database last confirmed what is served.</summary>
    public TimeSpan? AgeAt(DateTimeOffset now) => now - CheckedAt;
}
