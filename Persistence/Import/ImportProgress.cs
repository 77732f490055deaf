namespace Jobs.Persistence.Import;

/// <summary>How far one file is; reported after each batch that is stored.</summary>
/// <param name="Path">The file.</param>
/// <param name="BytesRead">How much of it was read.</param>
/// <param name="BytesTotal">Its size.</param>
/// <param name="RowsRead">Rows in what was read.</param>
/// <param name="IsMakingIndexes">True when the rows of a first load are in and the indexes are being made.</param>
public sealed record ImportProgress(
    string Path, long BytesRead, long BytesTotal, long RowsRead, bool IsMakingIndexes = false);
