using Jobs.Persistence;
using Jobs.Testing;

namespace Jobs.Schema.Tests;

public sealed class FeedTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    private const string Feed = """
        query($first: Int, $after: String, $filter: JobPostFilter, $sort: JobPostSort! = NEWEST) {
          jobPosts(first: $first, after: $after, filter: $filter, sort: $sort) {
            totalCount(ceiling: 2) { value isExact } edges { cursor distanceMeters node { id title } }
            pageInfo { hasNextPage endCursor } } }
        """;

    [Fact]
    public async Task Pages_follow_one_another_while_posts_are_added_and_closed()
    {
        var employer = await api.EmployerAsync(member: 1);
        var keyword = "이어지는";
        for (var number = 1; number <= 5; number++)
            await api.OpenPostAsync(employer, draft =>
                (draft.Title, draft.PublishedAt) = ($"{keyword} 공고 {number}", api.Time.UtcNow.AddHours(-number)));
        var filter = new { keyword };

        var first = await api.Anonymous.SendAsync(Feed, new { first = 2, filter });
        await api.OpenPostAsync(employer, draft => draft.Title = $"{keyword} 방금 올린 공고");
        var second = await api.Anonymous.SendAsync(
            Feed, new { first = 2, filter, after = first.Text("data.jobPosts.pageInfo.endCursor") });
        var third = await api.Anonymous.SendAsync(
            Feed, new { first = 2, filter, after = second.Text("data.jobPosts.pageInfo.endCursor") });

        Assert.Equal(["이어지는 공고 1", "이어지는 공고 2"], Titles(first));
        Assert.Equal(["이어지는 공고 3", "이어지는 공고 4"], Titles(second));
        Assert.Equal(["이어지는 공고 5"], Titles(third));
        Assert.False(third["data.jobPosts.pageInfo.hasNextPage"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_count_stops_at_its_ceiling_and_says_so()
    {
        var employer = await api.EmployerAsync(member: 2);
        for (var number = 0; number < 3; number++) await api.OpenPostAsync(employer, draft => draft.Title = $"헤아리는 공고 {number}");

        var response = await api.Anonymous.SendAsync(Feed, new { first = 1, filter = new { keyword = "헤아리는" } });

        Assert.Equal("""{"value":2,"isExact":false}""", response["data.jobPosts.totalCount"]!.ToJsonString());
    }

    [Fact]
    public async Task An_area_finds_its_surroundings_and_says_how_far()
    {
        var employer = await api.EmployerAsync(member: 3);
        await api.OpenPostAsync(employer, draft => draft.Title = "둘레 안 공고");
        var response = await api.Anonymous.SendAsync(Feed, new
        {
            filter = new { keyword = "둘레", area = new { neighborhoodCode = "1168065000" }, radiusMeters = 2_000 },
            sort = "DISTANCE",
        });

        Assert.Equal(["둘레 안 공고"], Titles(response));
        Assert.InRange(response["data.jobPosts.edges.0.distanceMeters"]!.GetValue<int>(), 1, 2_000);
    }

    [Theory]
    [InlineData("edges { node { description structuredData employer { displayName introduction } } }")]
    [InlineData("nodes { description structuredData employer { displayName introduction } }")]
    [InlineData("nodes { id } edges { node { ... on JobPost { description structuredData employer { displayName introduction } } } }")]
    public async Task Whatever_a_page_selects_is_what_the_post_itself_says(string selection)
    {
        var employer = await api.EmployerAsync(member: 4);
        var post = await api.OpenPostAsync(employer, draft => draft.Title = "그대로인 공고");

        var page = await api.Anonymous.SendAsync($"{{ jobPosts(filter: {{ keyword: \"그대로인\" }}) {{ {selection} }} }}");
        var alone = await api.Anonymous.SendAsync(
            "query($id: ID!) { jobPost(id: $id) { description structuredData employer { displayName introduction } } }",
            new { id = post.Id() });

        var shown = page.Body.Contains("\"nodes\":[{\"description", StringComparison.Ordinal)
            ? page["data.jobPosts.nodes.0"] : page["data.jobPosts.edges.0.node"];
        Assert.Equal(alone["data.jobPost"]!.ToJsonString(), shown!.ToJsonString());
    }

    [Theory]
    [InlineData("""{ "after": "nonsense" }""")]
    [InlineData("""{ "sort": "DISTANCE" }""")]
    [InlineData("""{ "filter": { "radiusMeters": 499 } }""")]
    [InlineData("""{ "filter": { "area": { "neighborhoodCode": "0000000000" } } }""")]
    [InlineData("""{ "filter": { "area": { "neighborhoodId": "nonsense" } } }""")]
    [InlineData("""{ "filter": { "area": { "point": { "latitude": 91, "longitude": 127 } } } }""")]
    [InlineData("""{ "filter": { "keyword": "카페\u0000" } }""")]
    [InlineData("""{ "filter": { "categoryIds": ["nonsense"] } }""")]
    public async Task A_page_that_cannot_be_is_bad_user_input(string variables)
    {
        var response = await api.Anonymous.SendAsync(Feed, System.Text.Json.Nodes.JsonNode.Parse(variables));

        Assert.Equal("BAD_USER_INPUT", response.ErrorCode);
    }

    [Theory]
    [InlineData("""{ "first": 0 }""")]
    [InlineData("""{ "first": 51 }""")]
    public async Task A_page_of_no_post_or_of_too_many_is_out_of_range(string variables)
    {
        var response = await api.Anonymous.SendAsync(Feed, System.Text.Json.Nodes.JsonNode.Parse(variables));

        Assert.Equal("PAGE_SIZE_OUT_OF_RANGE", response.ErrorCode);
    }

    [Fact]
    public async Task A_category_that_does_not_exist_has_no_posts()
    {
        var bakery = KnownJobCategories.Find("bakery")!.Id;
        await api.OpenPostAsync(await api.EmployerAsync(member: 7), draft => draft.CategoryId = bakery);

        var response = await api.Anonymous.SendAsync(
            Feed, new { filter = new { categoryIds = new[] { GlobalId.Of(NodeType.JobCategory, (1L << 32) + bakery) } } });

        Assert.Empty(Titles(response));
    }

    [Fact]
    public async Task A_cursor_of_one_order_does_not_fit_another()
    {
        await api.OpenPostAsync(await api.EmployerAsync(member: 4));
        var newest = await api.Anonymous.SendAsync(Feed, new { first = 1 });

        var response = await api.Anonymous.SendAsync(
            Feed, new { after = newest.Text("data.jobPosts.pageInfo.endCursor"), sort = "WAGE" });

        Assert.Equal("BAD_USER_INPUT", response.ErrorCode);
    }

    [Fact]
    public async Task What_the_viewer_applied_to_is_hidden_on_request()
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 5), draft => draft.Title = "숨길 수 있는 공고");
        await api.ApplyAsync(post, applicant: 6);
        var applicant = api.As(viewer: 6);

        var shown = await applicant.SendAsync(Feed, new { filter = new { keyword = "숨길" } });
        var hidden = await applicant.SendAsync(Feed, new { filter = new { keyword = "숨길", hideApplied = true } });

        Assert.Single(Titles(shown));
        Assert.Empty(Titles(hidden));
    }

    private static string[] Titles(ApiResponse response) =>
        [.. response["data.jobPosts.edges"]!.AsArray().Select(edge => edge!["node"]!["title"]!.GetValue<string>())];
}
