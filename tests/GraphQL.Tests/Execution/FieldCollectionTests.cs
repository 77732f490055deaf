namespace Jobs.GraphQL.Tests.Execution;

public sealed class FieldCollectionTests
{
    private readonly TestEngine _engine = new TestEngine("""
        interface Named { name: String }
        type Dog implements Named { name: String barks: Boolean owner: Person }
        type Person implements Named { name: String pets: [Named] }
        type Query { a: Int b: Int c: Int person: Person }
        """)
        .Field("Query.a", _ => 1).Field("Query.b", _ => 2).Field("Query.c", _ => 3)
        .Field("Query.person", _ => Some.Object(
            ("name", "Mina"), ("pets", new[] { Some.Object(("name", "Bori"), ("barks", true)) })))
        .TypeOf("Named", _ => "Dog");

    [Theory]
    [InlineData("{ b a }", """{"b":2,"a":1}""")]
    [InlineData("{ a b again: a a }", """{"a":1,"b":2,"again":1}""")]
    [InlineData("{ ...F c } fragment F on Query { b ...G } fragment G on Query { a }", """{"b":2,"a":1,"c":3}""")]
    [InlineData("{ ... { b } ... on Query { a } }", """{"b":2,"a":1}""")]
    [InlineData("{ a @skip(if: true) b a }", """{"b":2,"a":1}""")]
    [InlineData("{ a @include(if: false) ...F @skip(if: true) b } fragment F on Query { c }", """{"b":2}""")]
    public async Task Keys_come_in_the_order_in_which_fields_are_first_met(string query, string data)
    {
        Assert.Equal($$"""{"data":{{data}}}""", await _engine.SendAsync(query));
    }

    [Theory]
    [InlineData("true", "false", """{"b":2,"a":1}""")]
    [InlineData("false", "false", """{"a":1,"b":2}""")]
    [InlineData("false", "true", """{"a":1,"c":3,"b":2}""")]
    public async Task Conditions_are_those_of_the_request_although_the_plan_is_kept(string skip, string include, string data)
    {
        const string Query = "query ($s: Boolean!, $i: Boolean!) { a @skip(if: $s) c @include(if: $i) b a }";
        await _engine.SendAsync(Query, """{"s":true,"i":true}""");
        Assert.Equal($$"""{"data":{{data}}}""", await _engine.SendAsync(Query, $$"""{"s":{{skip}},"i":{{include}}}"""));
    }

    [Fact]
    public async Task Selections_of_one_response_name_are_merged_and_fragments_apply_to_their_types()
    {
        Assert.Equal(
            """{"data":{"person":{"pets":[{"name":"Bori","barks":true,"__typename":"Dog"}],"name":"Mina"}}}""",
            await _engine.SendAsync("""
                { person { pets { name } } ...P }
                fragment P on Query { person { pets { ... on Dog { barks } ... on Person { pets { name } } __typename } name } }
                """));
    }

    [Fact]
    public async Task A_condition_that_is_null_fails_the_selection_set_that_it_stands_in()
    {
        const string Query = "query ($c: Boolean = true) { a person { name @include(if: $c) } }";
        Assert.Equal(
            """
            {"errors":[{"message":"Argument \"@include(if:)\" has invalid value:
             Expected variable \"$c\" provided to non-null type \"Boolean!\" not to be null.",
            "locations":[{"line":1,"column":59}],"path":["person"],"extensions":{"code":"BAD_USER_INPUT"}}],
            "data":{"a":1,"person":null}}
            """.ReplaceLineEndings(""),
            await _engine.SendAsync(Query, """{"c":null}"""));
    }

    [Fact]
    public async Task A_chain_of_ten_thousand_fragments_is_walked_without_recursion()
    {
        var generous = new GraphQLEngineOptions { Parser = new() { MaxTokens = 1_000_000 } };
        var engine = new TestEngine("type Query { a: Int }", generous)
            .Field("Query.a", _ => 1);
        var chain = string.Concat(Enumerable.Range(0, 9_999).Select(i => $"fragment F{i} on Query {{ ...F{i + 1} }} "));
        Assert.Equal("""{"data":{"a":1}}""", await engine.SendAsync($"{{ ...F0 }} {chain} fragment F9999 on Query {{ a }}"));
    }
}
