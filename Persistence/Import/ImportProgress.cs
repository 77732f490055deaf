namespace Jobs.Persistence.Import;

/// <summary>How far one file is; reported after each batch that is stored for good.</summary>
public sealed record ImportProgress(string Path, long BytesRead, long BytesTotal, long RowsRead);
