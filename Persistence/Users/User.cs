namespace Jobs.Persistence;

/// <summary>A person who signed in, with the résumé that is theirs alone.</summary>
public sealed class User
{
    public long Id { get; init; }

    /// <summary>Who vouches for the person; together with the subject it names one account.</summary>
    public required string Issuer { get; init; }

    public required string Subject { get; init; }

    /// <summary>Whom events speak of: it never changes, and leads to the person only through this row.</summary>
    public Guid AnalyticsId { get; init; }

    public required string DisplayName { get; set; }
    public DateOnly? BirthDate { get; set; }
    public string? Introduction { get; set; }
    public string? PhoneNumber { get; set; }
    public bool SharePhoneNumber { get; set; }
    public WorkDays AvailableDays { get; set; }
    public TimeBands AvailableBands { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public int Version { get; set; } = 1;
}
