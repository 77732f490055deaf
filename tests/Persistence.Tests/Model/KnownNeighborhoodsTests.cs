namespace Jobs.Persistence.Tests.Model;

public sealed class KnownNeighborhoodsTests
{
    private static readonly KnownNeighborhoods Known = KnownNeighborhoods.Shipped;

    [Fact]
    public void The_current_areas_of_all_three_levels_are_there()
    {
        Assert.Equal(3512, Known.All.Count(area => area.Level == NeighborhoodLevel.Dong));
        Assert.Equal(250, Known.All.Count(area => area.Level == NeighborhoodLevel.Sigungu));
        Assert.Equal(17, Known.All.Count(area => area.Level == NeighborhoodLevel.Sido));
        Assert.All(Known.All, area => Assert.True(area.IsCurrent && area.Id.ToString(null as IFormatProvider) == area.Code));
    }

    [Fact]
    public void Every_area_lies_in_one_of_the_level_above()
    {
        Assert.All(Known.All.Where(area => area.Level != NeighborhoodLevel.Sido), area =>
        {
            var parent = Known.Find(area.ParentId!.Value)!;
            Assert.Equal(area.Level - 1, parent.Level);
            Assert.StartsWith(parent.FullName, area.FullName, StringComparison.Ordinal);
            Assert.Contains(area, Known.ChildrenOf(parent.Id));
        });
    }

    [Theory]
    [InlineData("1168064000", "서울특별시 강남구 역삼1동")]
    [InlineData("1168000000", "서울특별시 강남구")]
    [InlineData("9999999999", null)]
    [InlineData("116806400", null)]
    [InlineData("11680 4000", null)]
    [InlineData("-168064000", null)]
    public void An_area_is_found_by_its_code(string code, string? fullName) => Assert.Equal(fullName, Known.Find(code)?.FullName);

    [Theory]
    [InlineData("역삼", new[] { "서울특별시 강남구 역삼1동", "서울특별시 강남구 역삼2동" })]
    [InlineData("신사동", new[] { "서울특별시 관악구 신사동", "서울특별시 강남구 신사동" })]
    [InlineData("은평 신사1동", new[] { "서울특별시 은평구 신사제1동" })]
    [InlineData("숭의1·3동", new[] { "인천광역시 미추홀구 숭의1,3동" })]
    [InlineData("강남 역삼1", new[] { "서울특별시 강남구 역삼1동" })]
    [InlineData("종로1·2", new[] { "서울특별시 종로구 종로1.2.3.4가동" })]
    [InlineData("없는동네", new string[0])]
    [InlineData(" ", new string[0])]
    [InlineData("%", new string[0])]
    public void A_search_finds_parts_of_names(string query, string[] fullNames) =>
        Assert.Equal(fullNames, Known.Search(query, NeighborhoodLevel.Dong).Select(area => area.FullName));

    [Fact]
    public void Exact_names_come_before_beginnings_and_those_before_the_rest()
    {
        var names = Known.Search("중앙", NeighborhoodLevel.Dong).Select(area => area.Name).ToList();
        var ranks = names.Select(name => name.StartsWith("중앙", StringComparison.Ordinal) ? 1 : 2).ToList();
        Assert.Contains(2, ranks);
        Assert.Equal(ranks.Order(), ranks);

        var exact = Known.Search("중구").Select(area => area.Name).ToList();
        Assert.Equal("중구", exact[0]);
        Assert.Equal(exact.Count(name => name == "중구"), exact.TakeWhile(name => name == "중구").Count());
        Assert.Contains(exact, name => name != "중구"); // The dongs of those wards.
    }

    [Fact]
    public void Nearby_areas_are_the_same_as_by_looking_at_every_one_nearest_first()
    {
        var center = Some.Yeoksam.Center;
        var expected = Known.All.Where(area => area.Level == NeighborhoodLevel.Dong && area.Center.DistanceTo(center) <= 3000)
            .OrderBy(area => area.Center.DistanceTo(center)).ThenBy(area => area.Id).ToList();
        var nearby = Known.Within(center, 3000, NeighborhoodLevel.Dong);
        Assert.Equal(expected, nearby.Select(found => found.Neighborhood));
        Assert.Equal(Some.Yeoksam, nearby[0].Neighborhood);
        Assert.Equal(17, nearby.Count);
    }

    [Fact]
    public void Inside_a_ward_are_its_dongs_and_itself()
    {
        var gangnam = Known.Find("1168000000")!;
        var inside = Known.Inside(gangnam);
        Assert.Equal(gangnam, inside[0]);
        Assert.Equal(Known.All.Where(area => area.Code.StartsWith("11680", StringComparison.Ordinal)),
            inside.OrderBy(area => area.Id));
    }

    [Fact]
    public void Areas_whose_surroundings_reach_into_the_circle_are_looked_in_too()
    {
        var reaching = Known.Reaching(Some.Yeoksam.Center, 500).Select(nearby => nearby.Neighborhood).ToList();
        Assert.Contains(Some.Yeoksam, reaching);
        Assert.Contains(reaching, area => area.Name == "역삼2동");
        Assert.Contains(reaching, area => area.FullName == "서울특별시 강남구");
        Assert.DoesNotContain(reaching, area => area.FullName.StartsWith("부산", StringComparison.Ordinal));
        Assert.InRange(reaching.Count(area => area.Level == NeighborhoodLevel.Dong), 3, 15);
    }

    [Fact]
    public void An_area_that_holds_others_is_looked_in_where_one_of_them_reaches_and_around_its_own_centre()
    {
        var around = Known.Reaching(Some.Yeoksam.Center, 500).Select(nearby => nearby.Neighborhood);
        Assert.Equal(["강남구", "서울특별시", "서초구"],
            around.Where(area => area.Level != NeighborhoodLevel.Dong).Select(area => area.Name).Order(StringComparer.Ordinal));
        var jongno = Known.Find("1111000000")!;
        Assert.Contains(jongno, Known.Reaching(jongno.Center, 1).Select(nearby => nearby.Neighborhood));
    }

    [Fact]
    public void A_search_around_an_area_is_found_once_and_never_taken_for_one_with_another_radius()
    {
        var found = Known.SearchAround(Some.Yeoksam, 3_000);
        Assert.Same(found, Known.SearchAround(Some.Yeoksam, 3_000));
        Assert.Equal(FeedArea.Around(Some.Yeoksam, 3_000, Known).NeighborhoodIds, found.NeighborhoodIds);
        Assert.True(Known.SearchAround(Some.Yeoksam, 1_000).NeighborhoodIds.Count() < found.NeighborhoodIds.Count());
    }

    [Fact]
    public void Searches_beyond_those_that_are_kept_are_found_all_the_same()
    {
        var known = new KnownNeighborhoods(Known.All);
        for (var radius = 1; radius <= 8_192; radius++) known.SearchAround(Some.Yeoksam, radius);
        var found = known.SearchAround(Some.Yeoksam, 9_000);
        Assert.NotSame(found, known.SearchAround(Some.Yeoksam, 9_000));
        Assert.Equal(9_000, found.RadiusMeters);
        Assert.Same(known.SearchAround(Some.Yeoksam, 1), known.SearchAround(Some.Yeoksam, 1));
    }

    [Theory]
    [InlineData(37.5, 127)]
    [InlineData(33.2, 126.5)]
    [InlineData(38.6, 128.4)]
    [InlineData(0, 0)]
    [InlineData(-37, -53)]
    [InlineData(89, 127)]
    public void Areas_that_are_too_far_by_their_degrees_are_too_far(double latitude, double longitude)
    {
        var random = new Random(7);
        Neighborhood[] areas = [.. Known.All];
        var reach = NeighborhoodReach.OfAll(areas);
        foreach (var radius in (double[])[100, 3_000, 20_000, 300_000])
        {
            var center = new GeoPoint(latitude + random.NextDouble() - 0.5, longitude + random.NextDouble() - 0.5);
            bool Reaches(Neighborhood area) => Known.ChildrenOf(area.Id) is { Count: > 0 } inside
                ? center.DistanceTo(area.Center) <= radius + NeighborhoodReach.AtLeastMeters || inside.Any(Reaches)
                : center.DistanceTo(area.Center) <= radius + reach[Array.IndexOf(areas, area)];
            Assert.Equal(
                areas.Where(Reaches).Select(area => new NearbyNeighborhood(area, center.DistanceTo(area.Center))),
                Known.Reaching(center, radius));
        }
    }
}
