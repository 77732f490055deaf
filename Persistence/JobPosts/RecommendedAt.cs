namespace Jobs.Persistence;

/// <summary>Key of the RECOMMENDED order: the time of publishing, moved forward by what makes a post worth a look.</summary>
/// <remarks>It never changes with the clock, so the pages of one ranking run cannot shuffle.</remarks>
public static class RecommendedAt
{
    private static readonly TimeSpan Urgent = TimeSpan.FromHours(12);
    private static readonly TimeSpan Verified = TimeSpan.FromHours(6);
    private static readonly TimeSpan WellPaid = TimeSpan.FromHours(4);
    private static readonly TimeSpan PaidSameDay = TimeSpan.FromHours(2);

    /// <param name="post">A post whose hourly equivalent is worked out already.</param>
    /// <param name="publishedAt">When it was published, or moved to the top again.</param>
    /// <param name="verification">How sure the board is who the employer is.</param>
    public static DateTimeOffset Of(JobPost post, DateTimeOffset publishedAt, VerificationLevel verification)
    {
        var at = publishedAt;
        if (post.IsUrgent) at += Urgent;
        if (verification != VerificationLevel.None) at += Verified;
        if (IsWellPaid(post.HourlyEquivalent, KnownMinimumWages.On(Seoul.DayOf(publishedAt)))) at += WellPaid;
        if (post.PaidSameDay) at += PaidSameDay;
        return at;
    }

    // At least 1.1 times the minimum wage, in whole numbers.
    private static bool IsWellPaid(int? hourlyEquivalent, MinimumWage? minimum) =>
        hourlyEquivalent is { } hourly && minimum is not null && hourly * 10L >= minimum.Hourly * 11L;
}
