using System.Text.Json.Nodes;
using Jobs.Persistence;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Schema.Tests;

/// <summary>A few applications to each post of a page come with the page, and are those that a post has by itself.</summary>
public sealed class ApplicationsOfPageTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    private const string Fields = "edges { cursor node { id status applicant { displayName } } } nodes { submittedAt message } "
        + "pageInfo { hasNextPage hasPreviousPage endCursor } totalCount unreadCount";

    private readonly long member = Board.NextPerson();

    private string Shop => $"가게 {member}";

    [Theory]
    [InlineData("first: 1")]
    [InlineData("first: 2, sort: OLDEST")]
    [InlineData("first: 3, sort: UNREAD_FIRST")]
    [InlineData("first: 5, sort: NEWEST, after: null, filter: null")]
    [InlineData("first: 6")]
    [InlineData("")]
    [InlineData("first: 2, filter: { statuses: [SUBMITTED] }")]
    public async Task They_are_what_each_post_has_by_itself(string arguments)
    {
        var posts = await FillAsync(0, 1, 2, 3, 7);
        if (arguments.Length > 0) arguments = $"({arguments})";
        foreach (var page in (string[])["nodes { SELECTED }", "edges { node { SELECTED } }"])
        {
            var found = await AskAsync(page, $"applications{arguments} {{ {Fields} }}");
            Assert.Equal(posts.Count, found.Count);
            foreach (var (post, applications) in found)
                Assert.Equal(await OfPostAsync(post, $"applications{arguments} {{ {Fields} }}"), applications["applications"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task A_page_after_them_goes_on_where_they_end()
    {
        var posts = await FillAsync(7);
        var first = (await AskAsync("nodes { SELECTED }", "applications(first: 3) { nodes { id } pageInfo { endCursor } }"))[posts[0].Id()];
        var second = (await AskAsync(
            "nodes { SELECTED }",
            $"applications(first: 3, after: \"{first["applications"]!["pageInfo"]!["endCursor"]}\") {{ nodes {{ id }} }}"))[posts[0].Id()];
        Assert.Equal(
            await OfPostAsync(posts[0].Id(), "applications(first: 6) { nodes { id } }"),
            new JsonObject { ["nodes"] = new JsonArray([.. Nodes(first).Concat(Nodes(second)).Select(node => node!.DeepClone())]) }.ToJsonString());

        static JsonArray Nodes(JsonNode post) => post["applications"]!["nodes"]!.AsArray();
    }

    [Fact]
    public async Task Several_pages_of_one_post_are_each_their_own()
    {
        await FillAsync(4);
        var post = (await AskAsync(
            "nodes { SELECTED }",
            "newest: applications(first: 1, sort: NEWEST) { nodes { id } } oldest: applications(first: 1, sort: OLDEST) { nodes { id } } "
                + "all: applications(first: 5, sort: OLDEST) { nodes { id } }")).Values.Single();
        var all = post["all"]!["nodes"]!.AsArray();
        Assert.Equal(4, all.Count);
        Assert.Equal(all[0]!.ToJsonString(), post["oldest"]!["nodes"]![0]!.ToJsonString());
        Assert.Equal(all[3]!.ToJsonString(), post["newest"]!["nodes"]![0]!.ToJsonString());
    }

    [Fact]
    public async Task Nodes_and_edges_that_ask_for_different_ones_get_them()
    {
        await FillAsync(3);
        var response = await api.As(member).SendAsync("""
            { jobPosts(first: 1) { nodes { applications(first: 1) { nodes { id } } }
              edges { node { applications(first: 2, sort: OLDEST) { nodes { id } } } } } }
            """);
        Assert.Single(response["data.jobPosts.nodes.0.applications.nodes"]!.AsArray());
        Assert.Equal(2, response["data.jobPosts.edges.0.node.applications.nodes"]!.AsArray().Count);
    }

    [Fact]
    public async Task Nobody_but_members_of_the_employer_gets_any()
    {
        var posts = await FillAsync(2);
        api.Time.Advance(TimeSpan.FromMinutes(1));
        var others = await api.OpenPostAsync(await api.EmployerAsync(member + 1_000_000));
        await api.ApplyAsync(others, member + 5_000_000);
        const string Page = "{ jobPosts(first: 2) { nodes { id applications(first: 2) { nodes { id } } } } }";
        var seen = (await api.As(member).SendAsync(Page))["data.jobPosts.nodes"]!.AsArray();
        Assert.Equal([others.Id(), posts[0].Id()], seen.Select(post => $"{post!["id"]}"));
        Assert.Null(seen[0]!["applications"]);
        Assert.Equal(2, seen[1]!["applications"]!["nodes"]!.AsArray().Count);
        foreach (var nobody in (ApiViewer[])[api.Anonymous, api.As(member + 5_000_000)])
            Assert.All((await nobody.SendAsync(Page))["data.jobPosts.nodes"]!.AsArray(), post => Assert.Null(post!["applications"]));
    }

    [Theory]
    [InlineData("first: 0")]
    [InlineData("first: 51")]
    public async Task A_page_size_out_of_range_is_the_error_of_their_own_field(string arguments)
    {
        await FillAsync(1);
        var response = await api.As(member).SendAsync($"{{ jobPosts(first: 1) {{ nodes {{ title applications({arguments}) {{ nodes {{ id }} }} }} }} }}");
        Assert.Equal("PAGE_SIZE_OUT_OF_RANGE", response.ErrorCode);
        Assert.Equal("주말 홀서빙", response.Text("data.jobPosts.nodes.0.title"));
        Assert.Equal("""["jobPosts","nodes",0,"applications"]""", response["errors.0.path"]!.ToJsonString());
    }

    [Theory]
    [InlineData(3, "", 1)]
    [InlineData(5, "pageInfo { hasNextPage }", 1)]
    [InlineData(6, "pageInfo { hasNextPage }", 2)]
    [InlineData(20, "", 2)]
    public async Task A_few_take_no_statement_of_their_own(int size, string beside, int statements)
    {
        await FillAsync(1, 2);
        var counted = await CountedStatements.OfAsync(() => api.As(member).SendAsync(
            $"query($size: Int) {{ jobPosts(first: 2) {{ nodes {{ title applications(first: $size) {{ nodes {{ id }} {beside} }} }} }} }}",
            new { size }));
        Assert.Equal(statements, counted);
    }

    /// <summary>What is selected of each post of the newest page, by the post's id.</summary>
    private async Task<Dictionary<string, JsonNode>> AskAsync(string page, string selected)
    {
        var response = await api.As(member).SendAsync(
            $"{{ jobPosts(first: 5) {{ {page.Replace("SELECTED", $"id employer {{ displayName }} {selected}", StringComparison.Ordinal)} }} }}");
        Assert.Null(response.Json["errors"]?.ToJsonString());
        var posts = response["data.jobPosts"]!["nodes"] ?? new JsonArray(
            [.. response["data.jobPosts.edges"]!.AsArray().Select(edge => edge!["node"]!.DeepClone())]);
        return posts.AsArray().Select(post => post!)
            .Where(post => $"{post["employer"]!["displayName"]}" == Shop).ToDictionary(post => $"{post["id"]}");
    }

    private async Task<string> OfPostAsync(string id, string selected)
    {
        var response = await api.As(member).SendAsync($"query($id: ID!) {{ jobPost(id: $id) {{ {selected} }} }}", new { id });
        return response["data.jobPost.applications"]!.ToJsonString();
    }

    /// <summary>The newest posts, of one employer, each with so many applications, of which every other was read.</summary>
    private async Task<List<JobPost>> FillAsync(params int[] applications)
    {
        var employer = await api.EmployerAsync(member);
        await using (var db = await api.DbAsync())
            await db.Employers.Where(row => row.Id == employer.Id).ExecuteUpdateAsync(
                change => change.SetProperty(row => row.DisplayName, Shop), TestContext.Current.CancellationToken);
        var (posts, applicant) = (new List<JobPost>(), member + 2_000_000);
        foreach (var count in applications)
        {
            api.Time.Advance(TimeSpan.FromMinutes(1)); // The newest post is the first.
            posts.Add(await api.OpenPostAsync(employer));
            for (var number = 0; number < count; number++)
            {
                if (number % 3 != 1) api.Time.Advance(TimeSpan.FromSeconds(1)); // Some come at the same time.
                var id = await api.ApplyAsync(posts[^1], applicant++);
                if (number % 2 == 0)
                    await api.As(member).SendAsync(
                        "mutation($id: ID!) { markApplicationsRead(input: { applicationIds: [$id] }) { errors { __typename } } }", new { id });
            }
        }
        return posts;
    }
}
