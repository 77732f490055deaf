namespace Jobs.Persistence.Import;

/// <summary>Rows of 알바천국 lists under a Korean header; places start at the city, and some wages name no type.</summary>
internal sealed class AlbaArea : HeadedFormat
{
    private AlbaArea(IReadOnlyList<string> header, int[] positions)
        : base(ImportFormat.AlbaArea, "alba-area", header, positions) { }

    public static AlbaArea? FromHeader(IReadOnlyList<string> header) =>
        Positions(header, "지역", "근무회사", "근무시간", "급여", "올린시간", "알바설명") is { } positions
            ? new(header, positions)
            : null;

    public override RejectReason? TryRead(IReadOnlyList<string> fields, out Posting? posting)
    {
        var place = PlainText.Of(Cell(fields, 0));
        var company = PlainText.Of(Cell(fields, 1));
        var (time, pay, title) = (Cell(fields, 2), Cell(fields, 3), TitleText.Of(Cell(fields, 5)));
        posting = new Posting
        {
            Identity = [place, company, title, PlainText.Of(time), PlainText.Of(pay)],
            Place = place,
            Title = title,
            Company = company,
            Time = time,
            Pay = pay,
            Posted = Cell(fields, 4),
        };
        return null;
    }
}
