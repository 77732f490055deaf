using Jobs.Persistence;
using Jobs.Testing;

namespace Jobs.Schema.Tests;

public sealed class JobPostFieldTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    [Fact]
    public async Task A_hidden_address_shows_neither_the_street_nor_the_exact_point_and_no_exact_distance()
    {
        var exact = new GeoPoint(37.50012, 127.03654);
        var employer = await api.EmployerAsync(member: 1);
        var post = await api.OpenPostAsync(employer, draft =>
            (draft.Address, draft.Latitude, draft.Longitude, draft.HideExactAddress) =
                ("테헤란로 1", exact.Latitude, exact.Longitude, true));

        var response = await api.Anonymous.SendAsync("""
            query($id: ID!, $home: ID!) { jobPost(id: $id) {
              workplace { address isExact point { latitude longitude } } distanceFrom(neighborhoodId: $home) } }
            """, new { id = post.Id(), home = GlobalId.Of(NodeType.Neighborhood, Board.Yeoksam.Id) });

        var shown = new GeoPoint(
            response["data.jobPost.workplace.point.latitude"]!.GetValue<double>(),
            response["data.jobPost.workplace.point.longitude"]!.GetValue<double>());
        Assert.Null(response["data.jobPost.workplace.address"]);
        Assert.False(response["data.jobPost.workplace.isExact"]!.GetValue<bool>());
        Assert.InRange(shown.DistanceTo(exact), 1, 300);
        Assert.Equal(
            (int)Math.Round(shown.DistanceTo(Board.Yeoksam.Center)), response["data.jobPost.distanceFrom"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_hidden_point_that_lies_on_the_grid_by_chance_is_not_said_to_be_exact()
    {
        var onGrid = PublicPoint.Rounded(new GeoPoint(37.50012, 127.03654));
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 9), draft =>
            (draft.Latitude, draft.Longitude, draft.HideExactAddress) = (onGrid.Latitude, onGrid.Longitude, true));

        var response = await api.Anonymous.SendAsync(
            "query($id: ID!) { jobPost(id: $id) { workplace { isExact } } }", new { id = post.Id() });

        response.ShouldBe("""{"data":{"jobPost":{"workplace":{"isExact":false}}}}""");
    }

    [Fact]
    public void Figures_are_written_alike_whatever_the_machine_speaks()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("de-DE");

            Assert.Equal("12,000", Figure.Of(12_000));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Search_engines_get_a_posting_that_no_title_breaks_out_of()
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 2), draft => draft.Title = "</script><b>주말");

        var response = await api.Anonymous.SendAsync(
            "query($id: ID!) { jobPost(id: $id) { structuredData webUrl } }", new { id = post.Id() });

        var json = response.Text("data.jobPost.structuredData");
        Assert.DoesNotContain("<", json, StringComparison.Ordinal);
        Assert.Equal("</script><b>주말", System.Text.Json.Nodes.JsonNode.Parse(json)!["title"]!.GetValue<string>());
        Assert.EndsWith(post.Id(), response.Text("data.jobPost.webUrl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_prefers_English_reads_English()
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 3));
        const string operation = "query($id: ID!) { jobPost(id: $id) { category { name } wageText } }";
        var english = new ApiViewer(api.Http, token: null) { Language = "en-US,ko;q=0.5" };

        (await api.Anonymous.SendAsync(operation, new { id = post.Id() }))
            .ShouldBe("""{"data":{"jobPost":{"category":{"name":"기타"},"wageText":"시급 12,000원"}}}""");
        (await english.SendAsync(operation, new { id = post.Id() }))
            .ShouldBe("""{"data":{"jobPost":{"category":{"name":"Other"},"wageText":"₩12,000 an hour"}}}""");
    }

    [Fact]
    public async Task Saving_twice_is_saving_once_and_unsaving_undoes_it()
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 4));
        var viewer = await api.PersonAsync(5);
        const string save = """
            mutation($id: ID!) {
              saveJobPost(input: { jobPostId: $id }) { jobPost { stats { saveCount } viewerState { isSaved } } } }
            """;
        const string unsave = """
            mutation($id: ID!) {
              unsaveJobPost(input: { jobPostId: $id }) { jobPost { stats { saveCount } viewerState { isSaved } } } }
            """;

        await viewer.SendAsync(save, new { id = post.Id() });
        var saved = await viewer.SendAsync(save, new { id = post.Id() });
        var list = await viewer.SendAsync("{ viewer { savedJobPosts { nodes { title } totalCount { value } } } }");
        var unsaved = await viewer.SendAsync(unsave, new { id = post.Id() });

        saved.ShouldBe("""{"data":{"saveJobPost":{"jobPost":{"stats":{"saveCount":1},"viewerState":{"isSaved":true}}}}}""");
        list.ShouldBe("""{"data":{"viewer":{"savedJobPosts":{"nodes":[{"title":"주말 홀서빙"}],"totalCount":{"value":1}}}}}""");
        unsaved.ShouldBe("""{"data":{"unsaveJobPost":{"jobPost":{"stats":{"saveCount":0},"viewerState":{"isSaved":false}}}}}""");
    }

    [Fact]
    public async Task The_inbox_is_null_for_strangers_and_counts_for_members()
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 6));
        await api.ApplyAsync(post, applicant: 7);
        const string inbox =
            "query($id: ID!) { jobPost(id: $id) { applications { totalCount unreadCount nodes { viewerCanMoveTo } } } }";

        (await api.As(viewer: 7).SendAsync(inbox, new { id = post.Id() }))
            .ShouldBe("""{"data":{"jobPost":{"applications":null}}}""");
        (await api.As(viewer: 6).SendAsync(inbox, new { id = post.Id() })).ShouldBe("""
            {"data":{"jobPost":{"applications":{"totalCount":1,"unreadCount":1,
              "nodes":[{"viewerCanMoveTo":["READ","ACCEPTED","REJECTED"]}]}}}}
            """);
    }

    [Fact]
    public async Task Similar_posts_are_of_the_same_kind_and_leave_the_post_itself_out()
    {
        var employer = await api.EmployerAsync(member: 8);
        var bakery = KnownJobCategories.Find("bakery")!.Id;
        var post = await api.OpenPostAsync(employer, draft => draft.CategoryId = bakery);
        await api.OpenPostAsync(employer, draft => (draft.CategoryId, draft.Title) = (bakery, "빵 포장"));

        var response = await api.Anonymous.SendAsync(
            "query($id: ID!) { jobPost(id: $id) { similar { title } } }", new { id = post.Id() });

        response.ShouldBe("""{"data":{"jobPost":{"similar":[{"title":"빵 포장"}]}}}""");
    }
}
