using System.Globalization;

namespace Jobs.Persistence.Import;

/// <summary>
/// Rows of several 알바천국 brand pages with the copy they come from: source, snapshot_at, brand_file, place, …, posted.
/// </summary>
internal sealed class AlbaBrandMerged : HeadedFormat
{
    /// <summary>This copy's scraper kept appending to one file, so its file names are not the brands.</summary>
    private const string CopyWithoutBrands = "jjc98375/Search-Job-";

    private AlbaBrandMerged(IReadOnlyList<string> header, int[] positions)
        : base(ImportFormat.AlbaBrandMerged, AlbaBrandPage.SourceName, header, positions) { }

    public static AlbaBrandMerged? FromHeader(IReadOnlyList<string> header) =>
        Positions(header, "source", "snapshot_at", "brand_file", "place", "title", "time", "pay", "posted") is { } positions
            ? new(header, positions)
            : null;

    public override RejectReason? TryRead(IReadOnlyList<string> fields, out Posting? posting)
    {
        var (place, title, time, pay) = (Cell(fields, 3), TitleText.Of(Cell(fields, 4)), Cell(fields, 5), Cell(fields, 6));
        posting = new Posting
        {
            Identity = AlbaBrandPage.IdentityOf(place, title, time, pay),
            Place = place,
            Title = title,
            Company = Cell(fields, 0) == CopyWithoutBrands ? null : Cell(fields, 2),
            Time = time,
            Pay = pay,
            Posted = Cell(fields, 7),
            SnapshotAt = SnapshotAtOf(Cell(fields, 1)),
        };
        return null;
    }

    private static DateTimeOffset? SnapshotAtOf(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at.ToUniversalTime()
            : null;
}
