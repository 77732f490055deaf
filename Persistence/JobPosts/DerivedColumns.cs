namespace Jobs.Persistence;

/// <summary>The columns of a post that follow from its other ones; filled wherever a post is written.</summary>
public static class DerivedColumns
{
    /// <summary>Call it after every change of the content, and when the post is published with that time set.</summary>
    public static void Fill(JobPost post, string employerName, VerificationLevel verification)
    {
        var category = KnownJobCategories.Find(post.CategoryId) ?? KnownJobCategories.Other;
        post.Bands = post.Shift?.Bands ?? TimeBands.None;
        post.WeeklyHours = WorkHours.PerWeek(post.Days, post.Shift);
        post.HourlyEquivalent = HourlyEquivalent.Of(post.WageType, post.WageAmount, post.Days, post.Shift);
        post.MinimumAge = MinimumAge.Of(category, post.Shift);
        var shown = IsAreaOnly(post) || post.HideExactAddress ? PublicPoint.Rounded(post.Point) : post.Point;
        (post.PublicLatitude, post.PublicLongitude) = shown;
        post.SearchText = SearchText.Of(post.Title, post.Description, employerName);
        post.RecommendedAt = post.PublishedAt is { } publishedAt ? RecommendedAt.Of(post, publishedAt, verification) : null;
    }

    // Without a pin a post stands on the centre of its area, and nobody knows better.
    private static bool IsAreaOnly(JobPost post) =>
        KnownNeighborhoods.Shipped.Find(post.NeighborhoodId)?.Center == post.Point;
}
