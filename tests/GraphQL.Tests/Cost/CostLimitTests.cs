using Jobs.GraphQL.Binding;
using Jobs.GraphQL.Cost;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.Tests.Execution;

namespace Jobs.GraphQL.Tests.Cost;

/// <summary>What costs too much is refused before it is executed; what it costs is told to who asks.</summary>
public sealed class CostLimitTests
{
    private const string Directives =
        """
        directive @cost(weight: String!) on
          ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
        directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!],
          requireOneSlicingArgument: Boolean! = true) on FIELD_DEFINITION

        """;

    private const string Sdl = Directives +
        """
        type Query {
          me: Query
          many(first: Int, last: Int): [Query] @listSize(slicingArguments: ["first", "last"])
          a: Int
        }
        """;

    [Fact]
    public async Task Beyond_the_field_cost_nothing_is_executed()
    {
        var engine = new TestEngine(Sdl, new() { Cost = new CostOptions { MaxFieldCost = 2 } })
            .Field("Query.me", _ => throw new InvalidOperationException("Executed."));
        Assert.Equal(
            """
            {"errors":[{"message":"The operation's field cost is 3; 2 is allowed.","extensions":{"code":"COST_EXCEEDED",
            "fieldCost":3,"maxFieldCost":2,"typeCost":4,"maxTypeCost":null}}]}
            """.ReplaceLineEndings(""), await engine.SendAsync("{ me { me { me { a } } } }"));
    }

    [Fact]
    public async Task So_it_is_beyond_the_type_cost()
    {
        var engine = new TestEngine(Sdl, new() { Cost = new CostOptions { MaxTypeCost = 10 } });
        Assert.StartsWith(
            """{"errors":[{"message":"The operation's type cost is 101; 10 is allowed.",""",
            await engine.SendAsync("query ($n: Int) { many(first: $n) { a } }", """{"n":100}"""));
        Assert.Equal(
            """{"data":{"many":null}}""", await engine.SendAsync("query ($n: Int) { many(first: $n) { a } }", """{"n":9}"""));
    }

    [Fact]
    public async Task The_answer_says_what_it_cost_if_asked() => Assert.Equal(
        """{"data":{"me":null},"extensions":{"cost":{"fieldCost":1,"typeCost":2}}}""",
        await new TestEngine(Sdl).SendAsync("{ me { a } }", costReporting: CostReporting.Report));

    [Fact]
    public async Task A_refusal_says_it_too()
    {
        var engine = new TestEngine(Sdl, new() { Cost = new CostOptions { MaxFieldCost = 0 } });
        Assert.EndsWith(
            """],"extensions":{"cost":{"fieldCost":1,"typeCost":2}}}""",
            await engine.SendAsync("{ me { a } }", costReporting: CostReporting.Report));
    }

    [Fact]
    public async Task Fragments_that_double_at_each_step_are_computed_and_not_expanded()
    {
        var engine = new TestEngine(Sdl, new()
        {
            MaxFields = int.MaxValue,
            MaxDepth = int.MaxValue,
            Parser = new ParserOptions { MaxTokens = int.MaxValue },
            Cost = new CostOptions { MaxFieldCost = 1_000 },
        });
        var steps = string.Concat(Enumerable.Range(0, 25).Select(i =>
            $"fragment F{i} on Query {{ me {{ ...F{i + 1} }} many(first: $n) {{ ...F{i + 1} }} }} "));
        Assert.StartsWith(
            """{"errors":[{"message":"The operation's field cost is 847288609442; 1000 is allowed.",""",
            await engine.SendAsync($"query ($n: Int) {{ ...F0 }} {steps} fragment F25 on Query {{ a }}", """{"n":2}"""));
    }

    [Theory]
    [InlineData("{ many { a } }")]
    [InlineData("{ many(first: null) { a } }")]
    [InlineData("{ me { ...F } } fragment F on Query { many(first: 1, last: 2) { a } }")]
    public async Task Exactly_one_slicing_argument_is_given_where_that_is_required(string document) => Assert.Equal(
        """
        {"errors":[{"message":"Exactly one slicing argument must be given for \"Query.many\".",
        "extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}
        """.ReplaceLineEndings(""), await new TestEngine(Sdl).SendAsync(document));

    [Theory]
    [InlineData("a: Int @cost(weight: \"much\")", "Query.a: the weight of @cost must be a number, not \"much\".")]
    [InlineData("a: Int @cost(weight: \"NaN\")", "Query.a: the weight of @cost must be a number, not \"NaN\".")]
    [InlineData("a(x: Int @cost(weight: \"\")): Int", "Query.a(x:): the weight of @cost must be a number, not \"\".")]
    [InlineData("a: [Int] @listSize(assumedSize: -1)", "Query.a: the assumedSize of @listSize must be 0 or more, not -1.")]
    [InlineData("a(x: String): [Int] @listSize(slicingArguments: [\"y\"])",
        "Query.a: the slicing argument \"y\" of @listSize is no argument of the field.")]
    [InlineData("a(x: String): [Int] @listSize(slicingArguments: \"x\")",
        "Query.a: the slicing argument \"x\" of @listSize must be an Int, not String.")]
    [InlineData("a: Query @listSize(assumedSize: 1, sizedFields: [\"z\"])",
        "Query.a: the sized field \"z\" of @listSize is no field of Query.")]
    [InlineData("a: Query @listSize(assumedSize: 1, sizedFields: [\"a\"])",
        "Query.a: the sized field \"a\" of @listSize must be a list, not Query.")]
    [InlineData("a: [Query] @listSize(sizedFields: [\"a\"])",
        "Query.a: @listSize has sizedFields, but the field is a list itself.")]
    [InlineData("a: Int @listSize(assumedSize: 1)",
        "Query.a: @listSize is on a field that is no list, and it has no sizedFields.")]
    public void Directives_that_make_no_sense_stop_the_start(string field, string problem)
    {
        var refusal = Assert.Throws<SchemaBindingException>(() =>
            GraphQLEngine.Create($"{Directives} type Query {{ {field} }}", new SchemaBinding()));
        Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
    }
}
