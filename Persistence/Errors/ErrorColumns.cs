namespace Jobs.Persistence;

/// <summary>Rows turned into lists for a statement, one for each column, in the order of their ids.</summary>
internal sealed class ErrorColumns
{
    private readonly KnownError[] rows;

    public ErrorColumns(IEnumerable<KnownError> errors) => rows = [.. errors.OrderBy(row => row.Id, StringComparer.Ordinal)];

    public string[] Ids => Of(row => row.Id);
    public string[] Sources => Of(row => EnumText.Of(row.Source));
    public string?[] Operations => Of(row => row.Operation);
    public string?[] Paths => Of(row => row.Path);
    public string?[] ExceptionTypes => Of(row => row.ExceptionType);
    public string?[] Frames => Of(row => row.Frame);
    public bool[] AreCore => Of(row => row.IsCore);
    public string[] Levels => Of(row => EnumText.Of(row.Level));
    public string[] Reasons => Of(row => row.Reason);
    public string[] Actions => Of(row => EnumText.Of(row.Action));
    public long[] Sightings => Of(row => row.Sightings);
    public DateTimeOffset[] FirstSeenAt => Of(row => row.FirstSeenAt);
    public DateTimeOffset[] LastSeenAt => Of(row => row.LastSeenAt);
    public string?[] FirstReleases => Of(row => row.FirstRelease);
    public string?[] LastReleases => Of(row => row.LastRelease);
    public DateTimeOffset?[] ActNowAt => Of(row => row.ActNowAt);
    public DateTimeOffset?[] SoonAt => Of(row => row.SoonAt);
    public DateTimeOffset?[] AlertedAt => Of(row => row.AlertedAt);

    private TColumn[] Of<TColumn>(Func<KnownError, TColumn> column) => [.. rows.Select(column)];
}
