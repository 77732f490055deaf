namespace Jobs.Persistence.Import;

/// <summary>
/// Rows of 알바몬 without a header: company, sex asked for, pay, kinds of work, street address, address of the ad.
/// </summary>
/// <remarks>The sex asked for is not carried over: asking is against the law (남녀고용평등법 제7조), and the board has no such
/// field.</remarks>
internal sealed class Albamon() : PostingFormat(ImportFormat.Albamon, "albamon")
{
    private const string AdNumberParameter = "AL_GI_No=";

    private static readonly string[] Names = ["company", "sex", "pay", "kinds", "address", "url"];

    public override IReadOnlyList<string> Columns => Names;

    public override bool HasHeader => false;

    public static Albamon? FromFirstRow(IReadOnlyList<string> fields) =>
        fields.Count == Names.Length && fields[5].Contains("albamon.com/", StringComparison.OrdinalIgnoreCase) ? new() : null;

    public override RejectReason? TryRead(IReadOnlyList<string> fields, out Posting? posting)
    {
        var company = PlainText.Of(fields[0]);
        var kinds = PlainText.Of(fields[3]).TrimEnd(',', ' ');
        posting = new Posting
        {
            Identity = [AdNumber(fields[5])],
            Place = fields[4],
            PlaceIsAddress = true,
            // The file has no titles; a company that hires for some kinds of work is what it tells.
            Title = company.Length == 0 || kinds.Length == 0 ? "" : TitleText.Of($"{company} {kinds}"),
            Company = company,
            Pay = fields[2],
            Kinds = kinds,
        };
        return null;
    }

    private static string AdNumber(string url)
    {
        var start = url.IndexOf(AdNumberParameter, StringComparison.Ordinal);
        if (start < 0) return url;
        start += AdNumberParameter.Length;
        var end = url.IndexOf('&', start);
        return end < 0 ? url[start..] : url[start..end];
    }
}
