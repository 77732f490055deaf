namespace Jobs.Persistence.Tests.Model;

public sealed class DerivedColumnsTests
{
    private static readonly DateTimeOffset Published = new(2026, 3, 6, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(false, VerificationLevel.None, 10_320, false, 0)]
    [InlineData(true, VerificationLevel.None, 10_320, false, 12)]
    [InlineData(false, VerificationLevel.Person, 10_320, false, 6)]
    [InlineData(false, VerificationLevel.None, 11_352, false, 4)]
    [InlineData(false, VerificationLevel.None, 11_351, false, 0)]
    [InlineData(false, VerificationLevel.None, 10_320, true, 2)]
    [InlineData(true, VerificationLevel.Business, 12_000, true, 24)]
    public void What_makes_a_post_worth_a_look_moves_it_forward(
        bool isUrgent, VerificationLevel verification, int hourlyWage, bool paidSameDay, int hours)
    {
        var post = Some.JobPost(
            employerId: 1, isUrgent: isUrgent, wageAmount: hourlyWage, paidSameDay: paidSameDay, publishedAt: Published);
        DerivedColumns.Fill(post, "역삼 카페", verification);
        Assert.Equal(Published.AddHours(hours), post.RecommendedAt);
    }

    [Fact]
    public void A_draft_is_not_ranked() =>
        Assert.Null(Some.JobPost(employerId: 1, status: JobPostStatus.Draft).RecommendedAt);

    [Fact]
    public void A_hidden_address_is_shown_up_to_300_metres_away_and_always_at_the_same_place()
    {
        var exact = new GeoPoint(37.500621, 127.036367);
        var shown = PublicPoint.Rounded(exact);
        Assert.NotEqual(exact, shown);
        Assert.InRange(exact.DistanceTo(shown), 1, 300);
        Assert.Equal(shown, PublicPoint.Rounded(new GeoPoint(exact.Latitude + 0.0001, exact.Longitude - 0.0001)));
        Assert.Equal(shown, PublicPoint.Rounded(shown));
    }

    [Theory]
    [InlineData(false, true, true)]
    [InlineData(true, true, false)]
    [InlineData(false, false, false)]
    public void Only_a_pin_that_is_not_hidden_is_shown_exactly(bool isHidden, bool hasPin, bool isExact)
    {
        var area = Some.Yeoksam;
        var point = hasPin ? new GeoPoint(37.500621, 127.036367) : area.Center;
        var post = Some.JobPost(employerId: 1, area: area, point: point, hideExactAddress: isHidden);
        Assert.Equal(isExact, post.PublicPoint == post.Point);
    }

    [Fact]
    public void The_search_text_is_lower_case_composed_and_single_spaced()
    {
        var decomposed = "카페".Normalize(System.Text.NormalizationForm.FormD);
        Assert.Equal("gs25 역삼\n주말 카페\n카페 봄", SearchText.Of("GS25\u00A0 역삼", $"주말\r\n{decomposed}", " 카페\t봄"));
    }

    [Theory]
    [InlineData(null, new string[0])]
    [InlineData("  ", new string[0])]
    [InlineData("주말 GS25 주말", new[] { "주말", "gs25" })]
    public void A_keyword_is_words_in_the_same_spelling(string? keyword, string[] words) =>
        Assert.Equal(words, SearchText.Words(keyword));

    [Fact]
    public void Distance_is_the_great_circle() =>
        Assert.InRange(new GeoPoint(37.5665, 126.9780).DistanceTo(new GeoPoint(35.1796, 129.0756)), 324_500, 325_500);
}
