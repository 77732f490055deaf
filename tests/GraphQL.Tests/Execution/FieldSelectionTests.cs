namespace Jobs.GraphQL.Tests.Execution;

public sealed class FieldSelectionTests
{
    [Theory]
    [InlineData("{ list { totalCount } }", true, false)]
    [InlineData("{ list { count: totalCount edges { node { id } } } }", true, true)]
    [InlineData(
        "{ list { totalCount @skip(if: true) ...F } } fragment F on List { edges { ... on Edge { node { id } } } }", false, true)]
    [InlineData("{ list { edges { __typename } } }", false, false)]
    public async Task A_resolver_can_ask_what_is_selected_beneath(string query, bool count, bool nodes)
    {
        (bool, bool) seen = default;
        var engine = new TestEngine("""
            type Query { list: List }
            type List { totalCount: Int edges: [Edge] }
            type Edge { node: Node }
            type Node { id: ID }
            """).Field("Query.list", context =>
            {
                seen = (context.Selection.Has("totalCount"), context.Selection.Has("edges", "node"));
                return null;
            });
        await engine.SendAsync(query);
        Assert.Equal((count, nodes), seen);
    }
}
