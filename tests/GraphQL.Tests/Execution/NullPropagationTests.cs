namespace Jobs.GraphQL.Tests.Execution;

public sealed class NullPropagationTests
{
    private const string Sdl = """
        type Query { node: Node strict: Node! list: [Node!] loose: [Node] matrix: [[Int!]] other: Int }
        type Node { id: Int! next: Node! maybe: Node slow: Int! slower: Int! }
        """;

    [Theory]
    [InlineData("{ node { id } other }", 10, "Node.id", """["node","id"]""", """{"node":null,"other":1}""")]
    [InlineData("{ strict { id } other }", 12, "Node.id", """["strict","id"]""", "null")]
    [InlineData("{ list { id } }", 10, "Node.id", """["list",0,"id"]""", """{"list":null}""")]
    [InlineData("{ matrix }", 3, "Query.matrix", """["matrix",1,0]""", """{"matrix":[[1],null]}""")]
    public async Task A_null_that_may_not_be_goes_up_to_the_nearest_position_that_may(
        string query, int column, string field, string path, string data)
    {
        var empty = Some.Object();
        var engine = new TestEngine(Sdl)
            .Field("Query.node", _ => empty).Field("Query.strict", _ => empty).Field("Query.list", _ => new[] { empty, empty })
            .Field("Query.matrix", _ => new object?[] { new object?[] { 1 }, new object?[] { null } })
            .Field("Query.other", _ => 1);
        Assert.Equal(
            $$$"""{"errors":[{"message":"Cannot return null for non-nullable field {{{field}}}.","locations":["""
            + $$$"""{"line":1,"column":{{{column}}}}],"path":{{{path}}},"extensions":{"code":"INTERNAL_SERVER_ERROR"}}"""
            + $$$"""],"data":{{{data}}}}""",
            await engine.SendAsync(query));
    }

    [Fact]
    public async Task Each_failed_item_of_a_list_has_its_own_error()
    {
        var engine = new TestEngine(Sdl)
            .Field("Query.loose", _ => new object[] { Some.Object(), Some.Object(("id", 2)), new GraphQLException("lost", "X") });
        var response = await engine.SendAsync("{ loose { id } }");
        Assert.Contains("""["loose",0,"id"]""", response);
        Assert.Contains("""{"message":"lost","locations":[{"line":1,"column":3}],"path":["loose",2],""", response);
        Assert.EndsWith(""","data":{"loose":[null,{"id":2},null]}}""", response);
    }

    [Fact]
    public async Task Two_waiting_siblings_that_fail_give_one_error_for_the_position_that_became_null()
    {
        var engine = new TestEngine(Sdl)
            .Field("Query.node", _ => Some.Object()).Field("Query.other", _ => 1)
            .FieldAsync("Node.slow", async _ =>
            {
                await Task.Yield();
                throw new GraphQLException("first", "A");
            })
            .FieldAsync("Node.slower", async _ =>
            {
                await Task.Yield();
                await Task.Yield();
                throw new GraphQLException("second", "B");
            });
        Assert.Equal(
            """{"errors":[{"message":"first","locations":[{"line":1,"column":10}],"path":["node","slow"],"""
            + """ "extensions":{"code":"A"}}],"data":{"node":null,"other":1}}""".TrimStart(),
            await engine.SendAsync("{ node { slow slower } other }"));
    }

    [Fact]
    public async Task A_field_that_answers_after_its_parent_became_null_is_forgotten()
    {
        var engine = new TestEngine(Sdl)
            .Field("Query.node", _ => Some.Object(("maybe", Some.Object(("id", 1)))))
            .FieldAsync("Node.slow", async _ =>
            {
                await Task.Yield();
                return 5;
            });
        Assert.EndsWith(""","data":{"node":null}}""", await engine.SendAsync("{ node { maybe { slow } id } }"));
    }
}
