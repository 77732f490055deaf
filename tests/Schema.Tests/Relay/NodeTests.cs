using Jobs.Testing;

namespace Jobs.Schema.Tests;

public sealed class NodeTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    [Fact]
    public async Task Every_node_is_found_again_by_its_id_in_the_order_asked_for()
    {
        var employer = await api.EmployerAsync(member: 1);
        var post = await api.OpenPostAsync(employer);
        var ids = new[]
        {
            GlobalId.Of(NodeType.JobCategory, 2), post.Id(), employer.Id(), GlobalId.Of(NodeType.Neighborhood, Board.Yeoksam.Id),
            GlobalId.Of(NodeType.PublicUser, 1), GlobalId.Of(NodeType.JobPost, 9_999_999),
        };

        var response = await api.Anonymous.SendAsync("query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", new { ids });

        Assert.Equal(
            ["JobCategory", "JobPost", "Employer", "Neighborhood", "PublicUser", null],
            response["data.nodes"]!.AsArray().Select(node => node?["__typename"]!.GetValue<string>()));
        Assert.Equal(ids[..5], response["data.nodes"]!.AsArray().Take(5).Select(node => node!["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task More_than_100_ids_are_bad_user_input()
    {
        var ids = Enumerable.Repeat(GlobalId.Of(NodeType.JobCategory, 1), 101);

        var response = await api.Anonymous.SendAsync("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids });

        Assert.Equal("BAD_USER_INPUT", response.ErrorCode);
    }

    [Fact]
    public async Task An_application_is_nobodys_node_but_the_two_sides()
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 2));
        var id = await api.ApplyAsync(post, applicant: 3);
        const string node = "query($id: ID!) { node(id: $id) { __typename } }";

        (await api.As(viewer: 2).SendAsync(node, new { id })).ShouldBe("""{"data":{"node":{"__typename":"Application"}}}""");
        (await api.As(viewer: 3).SendAsync(node, new { id })).ShouldBe("""{"data":{"node":{"__typename":"Application"}}}""");
        (await api.Anonymous.SendAsync(node, new { id })).ShouldBe("""{"data":{"node":null}}""");
    }
}
