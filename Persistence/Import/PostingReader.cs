using System.Globalization;

namespace Jobs.Persistence.Import;

/// <summary>Makes a post of what a row says: place, wage and hours found in the texts, or the first reason why not.</summary>
internal sealed class PostingReader(PlaceIndex places)
{
    /// <summary>Raise it when the reading changes: rows of a newer reading replace those of an older one.</summary>
    private const string ReadingVersion = "01";

    private const int EmployerNameCharsMax = 100;
    private const int AddressCharsMax = 200;

    private static readonly string[] UrgentWords = ["급구", "긴급", "급모집"];
    private static readonly string[] SameDayWords = ["당일지급", "당일 지급", "당일바로지급", "당일입금"];

    private readonly Remembered<(string, string?), (RejectReason? Fault, WageText Wage)> _wages = new();
    private readonly Remembered<string, (RejectReason? Fault, ShiftText Shift)> _shifts = new();
    private readonly Remembered<(WageText, ShiftText), string> _descriptions = new();

    /// <param name="posting">The row in the words of its source.</param>
    /// <param name="source">The data set.</param>
    /// <param name="snapshotAt">When the source was read, unless the row tells.</param>
    /// <param name="now">A post cannot have appeared later than this.</param>
    /// <param name="post">The post, unless a reason is returned.</param>
    public RejectReason? TryRead(
        Posting posting, string source, DateTimeOffset snapshotAt, DateTimeOffset now, out ImportedPost? post)
    {
        post = null;
        if (posting.Title.Length == 0) return RejectReason.TitleMissing;
        var place = places.Find(posting.Place, posting.Sido, posting.PlaceIsAddress);
        if (place.Area is not { } area) return place.Fault;
        var (wageFault, wage) = Wage(posting);
        if (wageFault is not null) return wageFault;
        var (timeFault, shift) = Shift(posting);
        if (timeFault is not null) return timeFault;
        var publishedAt = PostedText.At(posting.Posted, posting.SnapshotAt ?? snapshotAt).ToUniversalTime();
        post = Build(posting, source, area, wage, shift, publishedAt > now ? now : publishedAt, now);
        return null;
    }

    private (RejectReason? Fault, WageText Wage) Wage(Posting posting)
    {
        var texts = (posting.Pay, posting.PayType);
        return _wages.TryGet(texts, out var known)
            ? known
            : _wages.Keep(texts, (WageText.TryRead(posting.Pay, posting.PayType, out var wage), wage));
    }

    private (RejectReason? Fault, ShiftText Shift) Shift(Posting posting) =>
        _shifts.TryGet(posting.Time, out var known)
            ? known
            : _shifts.Keep(posting.Time, (ShiftText.TryRead(posting.Time, out var shift), shift));

    private ImportedPost Build(
        Posting posting, string source, Neighborhood area, WageText wage, ShiftText shift,
        DateTimeOffset publishedAt, DateTimeOffset now)
    {
        var title = posting.Title;
        var employer = EmployerName(posting.Company, title);
        var address = posting.PlaceIsAddress
            ? PlainText.Cut(PhoneNumbers.Masked(PlainText.Of(posting.Place)), AddressCharsMax)
            : null;
        var description = _descriptions.TryGet((wage, shift), out var known)
            ? known
            : _descriptions.Keep((wage, shift), Description(wage, shift));
        var post = new JobPost
        {
            Status = JobPostStatus.Open,
            Title = title,
            // Filled in last: it is only wage and hours in words of ours, and nobody should find every post by them.
            Description = "",
            CategoryId = CategoryWords.Of(posting.Kinds, title, employer).Id,
            NeighborhoodId = area.Id,
            Address = address,
            Latitude = area.Latitude,
            Longitude = area.Longitude,
            WageType = wage.Type,
            WageAmount = wage.Amount,
            PaidSameDay = Array.Exists(SameDayWords, title.Contains),
            Length = title.Contains("단기", StringComparison.Ordinal) ? EngagementLength.ShortTerm : EngagementLength.LongTerm,
            StartMinute = shift.Shift?.StartMinute,
            EndMinute = shift.Shift?.EndMinute,
            IsUrgent = Array.Exists(UrgentWords, title.Contains),
            PublishedAt = publishedAt,
            CreatedAt = now,
            UpdatedAt = now,
            Origin = RecordOrigin.Import,
            ImportSource = source,
            ImportKey = Fingerprint.Of(posting.Identity),
            ImportHash = ReadingVersion + Fingerprint.Of(
                title, description, employer, address, area.Code, publishedAt.UtcTicks.ToString(CultureInfo.InvariantCulture)),
        };
        DerivedColumns.Fill(post, employer, VerificationLevel.None);
        post.Description = description;
        return new ImportedPost(post, employer);
    }

    private static string EmployerName(string? company, string title)
    {
        var name = company is null ? "" : PlainText.Of(company);
        return name.Length == 0 ? ShopName.In(title) : PlainText.Cut(PhoneNumbers.Masked(name), EmployerNameCharsMax);
    }

    /// <summary>The sources have no descriptions; the post repeats what they do say and that it is not a new one.</summary>
    private static string Description(WageText wage, ShiftText shift)
    {
        var hours = shift.Shift is { } known ? $"{Clock(known.StartMinute)}~{Clock(known.EndMinute)}" : "협의";
        var remark = shift.Remark is null ? "" : $" ({shift.Remark})";
        var amount = wage.Amount.ToString("N0", CultureInfo.InvariantCulture);
        return $"근무 시간: {hours}{remark}\n급여: {WageText.Word(wage.Type)} {amount}원\n\n공개된 지난 공고를 옮긴 글입니다.";
    }

    private static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
}
