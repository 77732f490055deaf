namespace Jobs.Persistence.Import;

/// <summary>Rows of 알바천국 lists of Seoul's neighbourhoods; the amount and its type stand in two columns.</summary>
internal sealed class AlbaDong : HeadedFormat
{
    private AlbaDong(IReadOnlyList<string> header, int[] positions)
        : base(ImportFormat.AlbaDong, "alba-dong", header, positions) { }

    public static AlbaDong? FromHeader(IReadOnlyList<string> header) =>
        Positions(header, "company", "title", "location", "pay", "workTime", "recently", "howpay") is { } positions
            ? new(header, positions)
            : null;

    public override RejectReason? TryRead(IReadOnlyList<string> fields, out Posting? posting)
    {
        var company = PlainText.Of(Cell(fields, 0));
        var title = TitleText.Of(Cell(fields, 1));
        var location = PlainText.Of(Cell(fields, 2));
        var (pay, time, payType) = (Cell(fields, 3), Cell(fields, 4), Cell(fields, 6));
        posting = new Posting
        {
            Identity = [company, title, location, PlainText.Of(time), PlainText.Of(pay), PlainText.Of(payType)],
            Place = location,
            Sido = "서울",
            Title = title,
            Company = company,
            Time = time,
            Pay = pay,
            PayType = payType,
            Posted = Cell(fields, 5),
        };
        return null;
    }
}
