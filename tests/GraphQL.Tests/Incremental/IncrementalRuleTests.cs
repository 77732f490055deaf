namespace Jobs.GraphQL.Tests.Incremental;

/// <remarks>Wording and places are those of the reference implementation.</remarks>
public sealed class IncrementalRuleTests
{
    private const string Sdl = """
        type Query { hero: Hero  heroes: [Hero!]! }
        type Mutation { promote: Hero  all: [Hero] }
        type Subscription { tick: Hero  list: [Hero] }
        type Hero { id: Int  friends: [Hero] }
        """;

    [Theory]
    [InlineData(
        "{ hero { id @stream } }", "Directive \\\"@stream\\\" cannot be used on non-list field \\\"Hero.id\\\".", "1:13")]
    [InlineData(
        "query ($l: String) { hero { ... @defer(label: $l) { id } } }",
        "Argument \\\"@defer(label:)\\\" must be a static string.", "1:33")]
    [InlineData(
        "{ hero { ... @defer(label: \"a\") { id } friends @stream(label: \"a\") { id } } }",
        "Value for arguments \\\"defer(label:)\\\" and \\\"stream(label:)\\\" must be unique across all Defer/Stream "
            + "directive usages.",
        "1:14", "1:48")]
    [InlineData(
        "mutation { ...F @defer } fragment F on Mutation { promote { id } }",
        "Defer directive cannot be used on root mutation type \\\"Mutation\\\".", "1:17")]
    [InlineData(
        "mutation { ...F } fragment F on Mutation { all @stream { id } }",
        "Stream directive cannot be used on root mutation type \\\"Mutation\\\".", "1:48")]
    [InlineData(
        "subscription { tick { ...F } } fragment F on Hero { ... @defer { id } }",
        "Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.",
        "1:57", "1:23")]
    [InlineData(
        "subscription { tick { friends @stream(if: true) { id } } }",
        "Stream directive not supported on subscription operations. Disable `@stream` by setting the `if` argument to `false`.",
        "1:31")]
    [InlineData(
        "{ heroes @stream { id } heroes { id } }",
        "Fields \\\"heroes\\\" conflict because they have overlapping stream directives. "
            + "Use different aliases on the fields to fetch both if this was intentional.",
        "1:3", "1:25")]
    [InlineData(
        "{ heroes @stream { id } heroes @stream { id } }",
        "Fields \\\"heroes\\\" conflict because they have overlapping stream directives. "
            + "See https://github.com/graphql/defer-stream-wg/discussions/100. "
            + "Use different aliases on the fields to fetch both if this was intentional.",
        "1:3", "1:25")]
    public async Task Misuse_is_reported(string document, string message, params string[] locations)
    {
        var places = locations.Select(place => place.Split(':')).Select(at => $$"""{"line":{{at[0]}},"column":{{at[1]}}}""");
        Assert.StartsWith(
            $$$"""{"errors":[{"message":"{{{message}}}","locations":[{{{string.Join(',', places)}}}],"extensions":{""",
            await new Execution.TestEngine(Sdl, Heroes.Options).SendAsync(document));
    }

    [Theory]
    [InlineData("subscription ($later: Boolean!) { tick { ... @defer(if: $later) { id } } }")]
    [InlineData("subscription { tick { friends @stream(if: false) { id } ... @defer @skip(if: true) { id } } }")]
    [InlineData("subscription { tick { ... @defer @include(if: false) { id } } }")]
    [InlineData("mutation { promote { ... @defer { id } friends @stream(label: null) { id } } }")]
    [InlineData("{ hero { a: friends @stream { id } b: friends @stream { id } } heroes @stream { id } }")]
    public async Task Whatever_can_be_switched_off_or_is_elsewhere_passes(string document) => Assert.DoesNotContain(
        "GRAPHQL_VALIDATION_FAILED", await new Execution.TestEngine(Sdl, Heroes.Options).SendAsync(document));
}
