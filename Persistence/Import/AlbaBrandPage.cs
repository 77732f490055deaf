namespace Jobs.Persistence.Import;

/// <summary>Rows of one 알바천국 brand page: place, title, time, pay, date.</summary>
internal sealed class AlbaBrandPage : HeadedFormat
{
    public const string SourceName = "alba-brand";

    private AlbaBrandPage(IReadOnlyList<string> header, int[] positions)
        : base(ImportFormat.AlbaBrandPage, SourceName, header, positions) { }

    public static AlbaBrandPage? FromHeader(IReadOnlyList<string> header) =>
        Positions(header, "place", "title", "time", "pay", "date") is { } positions ? new(header, positions) : null;

    public override RejectReason? TryRead(IReadOnlyList<string> fields, out Posting? posting)
    {
        var (place, title, time, pay) = (Cell(fields, 0), TitleText.Of(Cell(fields, 1)), Cell(fields, 2), Cell(fields, 3));
        posting = new Posting
        {
            Identity = IdentityOf(place, title, time, pay),
            Place = place,
            Title = title,
            Time = time,
            Pay = pay,
            Posted = Cell(fields, 4),
        };
        return null;
    }

    /// <summary>A brand page has no number of its own; these four are what nine public copies of the pages agree on.</summary>
    public static string[] IdentityOf(string place, string title, string time, string pay) =>
    [
        PlainText.Of(place), title, PlainText.Of(time),
        PlainText.Of(pay).Replace(" ", "", StringComparison.Ordinal),
    ];
}
