namespace Jobs.Persistence.Import;

/// <summary>What an import did, file by file.</summary>
public sealed record ImportReport(IReadOnlyList<ImportFileReport> Files);

/// <summary>Counts of one file: read = imported + updated + unchanged + rejected.</summary>
public sealed record ImportFileReport
{
    public required string Path { get; init; }

    /// <summary>Why the file was not read at all; then every count is zero.</summary>
    public string? Problem { get; init; }

    public ImportFormat? Format { get; init; }
    public long Read { get; init; }

    /// <summary>New posts.</summary>
    public long Imported { get; init; }

    /// <summary>Posts that a newer sighting of the same post replaced.</summary>
    public long Updated { get; init; }

    /// <summary>Rows that say nothing new: imported before, older than what is known, or twice in the file.</summary>
    public long Unchanged { get; init; }

    public IReadOnlyDictionary<RejectReason, long> Rejected { get; init; } = new Dictionary<RejectReason, long>();

    /// <summary>Null if no row was rejected.</summary>
    public string? RejectedPath { get; init; }
}
