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

    [Theory]
    [InlineData("{ list { nodes { inner(first: 3) } } }", "{}", "first=3 sort=NEWEST")]
    [InlineData("query($size: Int) { list { nodes { inner(first: $size, sort: OLDEST) } } }", """{"size":7}""", "first=7 sort=OLDEST")]
    [InlineData("query($size: Int) { list { nodes { inner(first: $size) } } }", "{}", "sort=NEWEST")]
    [InlineData("query($size: Int) { list { nodes { inner(first: $size) } } }", """{"size":null}""", "first= sort=NEWEST")]
    [InlineData("{ list { nodes { ...F } } } fragment F on Node { named: inner }", "{}", "sort=NEWEST")]
    [InlineData("query($none: Sort) { list { nodes { inner(sort: $none) } } }", """{"none":null}""", null)]
    [InlineData("{ list { nodes { one: inner(first: 1) two: inner(first: 2) } } }", "{}", null)]
    [InlineData("{ list { nodes { id } } }", "{}", null)]
    public async Task A_resolver_can_see_the_arguments_of_a_single_field_beneath(string query, string variables, string? seen)
    {
        var told = new List<string?>();
        var engine = new TestEngine("""
            type Query { list: List }
            type List { nodes: [Node] }
            type Node { id: ID inner(first: Int, sort: Sort! = NEWEST): ID }
            enum Sort { NEWEST OLDEST }
            """).Field("Query.list", context =>
            {
                // What is concluded belongs to the plan, and the arguments to the request.
                var inner = context.Selection.Conclude(static selection => selection.Beneath("nodes", "inner"));
                told.Add(context.Selection.ArgumentsOf(inner) is { } arguments
                    ? string.Join(' ', arguments.Select(argument => $"{argument.Key}={argument.Value}")) : null);
                return null;
            });
        for (var time = 0; time < 2; time++) await engine.SendAsync(query, variables);
        Assert.Equal([seen, seen], told);
    }

    [Fact]
    public async Task The_arguments_are_those_of_each_request_though_the_plan_is_the_same()
    {
        var told = new List<object?>();
        var engine = new TestEngine("type Query { list: List } type List { inner(first: Int): ID }").Field("Query.list", context =>
        {
            var inner = context.Selection.Conclude(static selection => selection.Beneath("inner"));
            told.Add(context.Selection.ArgumentsOf(inner)!["first"]);
            return null;
        });
        foreach (var size in (int[])[1, 2, 3])
            await engine.SendAsync("query($size: Int) { list { inner(first: $size) } }", $$"""{"size":{{size}}}""");
        Assert.Equal([1, 2, 3], told);
    }
}
