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

    [Theory]
    [InlineData("{ found { ... on Post { shop: employer { id } } } }", "{}", true)]
    [InlineData("{ found { ... on Employer { id } } }", "{}", false)]
    [InlineData("{ found { ...P } } fragment P on Post { ... { employer { name: id } } }", "{}", true)]
    [InlineData("query ($want: Boolean!) { found { ... on Post { employer @include(if: $want) { id } } } }", """{"want":true}""", true)]
    [InlineData("query ($want: Boolean!) { found { ... on Post { employer @include(if: $want) { id } } } }", """{"want":false}""", false)]
    [InlineData("query ($want: Boolean!) { found { ...P @skip(if: $want) } } fragment P on Post { employer { id } }", """{"want":true}""", false)]
    public async Task Beneath_a_union_every_possible_type_counts_and_conditions_are_those_of_the_request(
        string query, string variables, bool isSelected)
    {
        bool? seen = null;
        var engine = new TestEngine("""
            type Query { found: Found }
            union Found = Post | Employer
            type Post { employer: Employer }
            type Employer { id: ID }
            """).Field("Query.found", context =>
            {
                seen = context.Selection.Has("employer", "id");
                return null;
            });
        await engine.SendAsync(query, variables);
        Assert.Equal(isSelected, seen);
    }
}
