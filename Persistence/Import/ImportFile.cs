namespace Jobs.Persistence.Import;

/// <summary>A file to import.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="SnapshotAt">When its source was read, for files that only say "3분전"; else the file's own time counts.</param>
public sealed record ImportFile(string Path, DateTimeOffset? SnapshotAt = null)
{
    /// <summary>How the file ends that rejected rows go to.</summary>
    public const string RejectedSuffix = ".rejected.csv";
}
