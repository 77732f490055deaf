using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence.Tests.Model;

/// <summary>Rows that are right in everything but what a test says.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Now = new(2026, 3, 6, 0, 0, 0, TimeSpan.Zero);

    public static Neighborhood Yeoksam { get; } = KnownNeighborhoods.Shipped.Find("1168064000")!;

    public static User User(string subject) => new()
    {
        Issuer = "jobs-development",
        Subject = subject,
        DisplayName = $"사람 {subject}",
        CreatedAt = Now,
    };

    public static Employer Employer(string name = "역삼 카페", VerificationLevel verification = VerificationLevel.None) => new()
    {
        DisplayName = name,
        Kind = EmployerKind.Business,
        VerificationLevel = verification,
        VerifiedAt = verification == VerificationLevel.None ? null : Now,
        CreatedAt = Now,
        Origin = RecordOrigin.Member,
    };

    public static JobPost JobPost(
        long employerId, string title = "주말 알바", string description = "", Neighborhood? area = null, GeoPoint? point = null,
        JobPostStatus status = JobPostStatus.Open, string category = "cafe", WageType wageType = WageType.Hourly,
        int wageAmount = 11_000, WorkDays days = WorkDays.Weekdays, int? startMinute = 9 * 60, int? endMinute = 18 * 60,
        EngagementLength length = EngagementLength.LongTerm, bool isUrgent = false, bool paidSameDay = false,
        bool hideExactAddress = false, DateTimeOffset? publishedAt = null, DateTimeOffset? expiresAt = null,
        string employerName = "역삼 카페", VerificationLevel verification = VerificationLevel.None)
    {
        area ??= Yeoksam;
        var post = new JobPost
        {
            EmployerId = employerId,
            Status = status,
            Title = title,
            Description = description,
            CategoryId = KnownJobCategories.Find(category)!.Id,
            NeighborhoodId = area.Id,
            Latitude = (point ?? area.Center).Latitude,
            Longitude = (point ?? area.Center).Longitude,
            HideExactAddress = hideExactAddress,
            WageType = wageType,
            WageAmount = wageAmount,
            Length = length,
            Days = days,
            StartMinute = startMinute,
            EndMinute = endMinute,
            BreakMinutes = startMinute is null ? null : 60,
            IsUrgent = isUrgent,
            PaidSameDay = paidSameDay,
            PublishedAt = status == JobPostStatus.Draft ? null : publishedAt ?? Now.AddDays(-1),
            ExpiresAt = expiresAt,
            EndedAt = status is JobPostStatus.Closed or JobPostStatus.Filled or JobPostStatus.Expired or JobPostStatus.Removed
                ? Now : null,
            CreatedAt = Now.AddDays(-2),
            UpdatedAt = Now.AddDays(-2),
            Origin = RecordOrigin.Member,
        };
        DerivedColumns.Fill(post, employerName, verification);
        return post;
    }

    public static Application Application(
        JobPost post, User applicant, ApplicationStatus status = ApplicationStatus.Submitted, DateTimeOffset? submittedAt = null,
        DateTimeOffset? readAt = null, string? message = null) => new()
        {
            JobPostId = post.Id,
            EmployerId = post.EmployerId,
            ApplicantId = applicant.Id,
            Status = status,
            Message = message,
            SubmittedAt = submittedAt ?? Now,
            ReadAt = status is ApplicationStatus.Submitted or ApplicationStatus.Withdrawn or ApplicationStatus.Lapsed
                ? readAt : readAt ?? submittedAt ?? Now,
            DecidedAt = ApplicationStatuses.Undecided.Contains(status) ? null : submittedAt ?? Now,
            ApplicantDisplayName = applicant.DisplayName,
        };

    public static async Task<T> StoreAsync<T>(this JobsDb db, T row) where T : class
    {
        db.Add(row);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return row;
    }
}
