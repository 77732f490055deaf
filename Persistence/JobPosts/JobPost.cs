using System.ComponentModel.DataAnnotations.Schema;

namespace Jobs.Persistence;

/// <summary>An offer of part-time work (알바 공고).</summary>
public sealed class JobPost
{
    public long Id { get; init; }
    public long EmployerId { get; init; }
    public JobPostStatus Status { get; set; }
    public required string Title { get; set; }
    public required string Description { get; set; }
    public int CategoryId { get; set; }
    public long NeighborhoodId { get; set; }

    // Where: the exact point is for the members and the arithmetic; people are shown the public one, also as distances.
    public string? Address { get; set; }
    public double Latitude { get; set; }
    public double Longitude { get; set; }
    public bool HideExactAddress { get; set; }
    public double PublicLatitude { get; set; }
    public double PublicLongitude { get; set; }

    // What it pays, in won.
    public WageType WageType { get; set; }
    public int WageAmount { get; set; }
    public int? WageAmountMax { get; set; }
    public int? HourlyEquivalent { get; set; }
    public bool PaidSameDay { get; set; }
    public bool WageNegotiable { get; set; }

    // When: minutes of the day in Asia/Seoul; the end is 1..1440, and at or before the start it is on the next day.
    public EngagementLength Length { get; set; }
    public WorkDays Days { get; set; }
    public DateOnly? StartsOn { get; set; }
    public DateOnly? EndsOn { get; set; }
    public int? StartMinute { get; set; }
    public int? EndMinute { get; set; }
    public int? BreakMinutes { get; set; }
    public TimeBands Bands { get; set; }
    public double? WeeklyHours { get; set; }

    public int Headcount { get; set; } = 1;
    public bool IsUrgent { get; set; }

    /// <summary>15, 18 or 19.</summary>
    public int MinimumAge { get; set; } = 15;

    public List<string> Benefits { get; set; } = [];
    public DateTimeOffset? PublishedAt { get; set; }
    public DateTimeOffset? ExpiresAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Raised by <see cref="JobsDb"/> at every change.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Key of the RECOMMENDED order; set whenever the post is published.</summary>
    public DateTimeOffset? RecommendedAt { get; set; }

    /// <summary>Lower-cased title, description and employer's name, for the keyword search.</summary>
    public string SearchText { get; set; } = "";

    public RecordOrigin Origin { get; init; }
    public string? ImportSource { get; init; }
    public string? ImportKey { get; init; }
    public string? ImportHash { get; set; }

    /// <summary>The employer, if it was read with the post, as far as that was asked for.</summary>
    [NotMapped]
    public Employer? KnownEmployer { get; set; }

    /// <summary>Its first applications, if they were read with the post, for whoever may act for its employer.</summary>
    [NotMapped]
    public KnownApplications? KnownApplications { get; set; }

    public GeoPoint Point => new(Latitude, Longitude);
    public GeoPoint PublicPoint => new(PublicLatitude, PublicLongitude);
    public Shift? Shift => StartMinute is { } start && EndMinute is { } end ? new Shift(start, end, BreakMinutes ?? 0) : null;

    /// <summary>The status as readers see it: a post whose time ran out is EXPIRED at once, whoever tidies it up later.</summary>
    public JobPostStatus StatusAt(DateTimeOffset now) =>
        Status == JobPostStatus.Open && ExpiresAt <= now ? JobPostStatus.Expired : Status;

    public bool IsOpenAt(DateTimeOffset now) => StatusAt(now) == JobPostStatus.Open;
}
