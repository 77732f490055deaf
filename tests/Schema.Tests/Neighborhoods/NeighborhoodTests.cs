using Jobs.Testing;

namespace Jobs.Schema.Tests;

public sealed class NeighborhoodTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    [Fact]
    public async Task An_area_knows_its_parents_and_its_neighbours()
    {
        var response = await api.Anonymous.SendAsync("""
            { neighborhood(code: "1168064000") { name fullName level isCurrent parent { name parent { name parent { name } } }
              nearby(radiusMeters: 1500, first: 2) { name } } }
            """);

        response.ShouldBe("""
            {"data":{"neighborhood":{"name":"역삼1동","fullName":"서울특별시 강남구 역삼1동","level":"DONG","isCurrent":true,
              "parent":{"name":"강남구","parent":{"name":"서울특별시","parent":null}},
              "nearby":[{"name":"서초4동"},{"name":"역삼2동"}]}}}
            """);
    }

    [Fact]
    public async Task Areas_are_found_by_a_part_of_their_name_page_by_page()
    {
        const string operation = """
            query($after: String) { neighborhoods(query: "역삼", first: 1, after: $after) {
              nodes { name } pageInfo { hasNextPage endCursor } } }
            """;
        var first = await api.Anonymous.SendAsync(operation);
        var second = await api.Anonymous.SendAsync(
            operation, new { after = first.Text("data.neighborhoods.pageInfo.endCursor") });

        Assert.Equal("역삼1동", first.Text("data.neighborhoods.nodes.0.name"));
        Assert.Equal("역삼2동", second.Text("data.neighborhoods.nodes.0.name"));
        Assert.False(second["data.neighborhoods.pageInfo.hasNextPage"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Areas_around_a_point_come_nearest_first()
    {
        var response = await api.Anonymous.SendAsync(
            "{ neighborhoods(near: { latitude: 37.5000, longitude: 127.0365 }, first: 1) { nodes { fullName } } }");

        Assert.Contains("강남구", response.Text("data.neighborhoods.nodes.0.fullName"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-01", "10320")]
    [InlineData("2018-12-31", "7530")]
    [InlineData("2035-01-01", null)]
    public async Task The_minimum_wage_of_a_day_is_told_if_it_was_announced(string day, string? hourly)
    {
        var response = await api.Anonymous.SendAsync("query($on: Date) { minimumWage(on: $on) { hourly } }", new { on = day });

        Assert.Equal(hourly, response["data.minimumWage"]?["hourly"]?.ToString());
    }
}
