using Jobs.GraphQL.Language;
using Jobs.GraphQL.Validation;

namespace Jobs.GraphQL.Tests.Execution;

/// <summary>Each limit on what a document may look like has an option and a code of its own.</summary>
public sealed class DocumentLimitTests
{
    private const string Sdl = "type Query { me: Query a(v: [In!]): Int } input In { in: [In!] }";

    [Fact]
    public async Task Aliases_are_counted_behind_fragments() => await Refuses(
        "{ x: a ...F } fragment F on Query { y: a me { z: a } }", new() { MaxAliases = 2 },
        "TOO_MANY_ALIASES", "The operation has 3 aliases; 2 are allowed.");

    [Fact]
    public async Task Root_fields_are_counted_behind_fragments() => await Refuses(
        "{ a ...F } fragment F on Query { ... { a } me { a } }", new() { MaxRootFields = 2 },
        "TOO_MANY_ROOT_FIELDS", "The operation has 3 root fields; 2 are allowed.");

    [Fact]
    public async Task Another_operation_of_the_document_counts_too() => await Refuses(
        "query A { a } query B { a x: a }", new() { MaxAliases = 0 },
        "TOO_MANY_ALIASES", "The operation has 1 aliases; 0 are allowed.");

    [Fact]
    public async Task Directives_are_counted_at_each_place() => await Refuses(
        $"{{ a {Repeat("@include(if: true) ", 3)} }}", new() { Parser = new ParserOptions { MaxDirectives = 2 } },
        "TOO_MANY_DIRECTIVES", "Syntax Error: More than 2 directives at one place.");

    [Fact]
    public async Task Literals_are_nested_no_deeper_than_allowed() => await Refuses(
        "{ a(v: [{ in: [{ in: [] }] }]) }", new() { Parser = new ParserOptions { MaxValueDepth = 4 } },
        "LITERAL_TOO_DEEP", "Syntax Error: Value is nested more than 4 deep.");

    [Fact]
    public async Task Literals_side_by_side_are_not_nested()
    {
        var engine = new TestEngine(Sdl, new() { Parser = new ParserOptions { MaxValueDepth = 3 } });
        Assert.Equal("""{"data":{"a":null}}""", await engine.SendAsync("{ a(v: [{ in: [] } { in: [] } { in: [] }]) }"));
    }

    [Fact]
    public async Task Variables_are_nested_no_deeper_than_allowed() => await Refuses(
        "query ($v: [In!]) { a(v: $v) }", new() { MaxVariablesDepth = 4 }, "VARIABLES_TOO_DEEP",
        "The variables are nested more than 4 deep.", """{"v":[{"in":[{"in":[]}]}]}""");

    [Fact]
    public async Task Variables_that_nobody_defines_have_the_same_limit() => await Refuses(
        "{ a }", new() { MaxVariablesDepth = 2 }, "VARIABLES_TOO_DEEP",
        "The variables are nested more than 2 deep.", """{"other":[[[]]]}""");

    [Fact]
    public async Task A_fragment_within_itself_is_left_to_validation() => await Refuses(
        "{ ...A } fragment A on Query { ...B a } fragment B on Query { ...A a }", new(),
        "GRAPHQL_VALIDATION_FAILED", "Cannot spread fragment \\\"A\\\" within itself via \\\"B\\\".");

    [Fact]
    public async Task A_long_chain_of_fragments_is_measured()
    {
        var options = new GraphQLEngineOptions { Parser = new ParserOptions { MaxTokens = int.MaxValue } };
        var chain = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"fragment F{i} on Query {{ ...F{i + 1} }} "));
        var answer = await new TestEngine(Sdl, options).SendAsync($"{{ ...F0 }} {chain} fragment F20000 on Query {{ a }}");
        Assert.Equal("""{"data":{"a":null}}""", answer);
    }

    [Theory]
    [InlineData("{ __schema { queryType { name } } }", "__schema")]
    [InlineData("{ me { ...F } } fragment F on Query { t: __type(name: \"Query\") { name } }", "__type")]
    public async Task Without_introspection_the_schema_does_not_describe_itself(string document, string field) => await Refuses(
        document, new() { Validation = new ValidationOptions { Introspection = false } }, "INTROSPECTION_DISABLED",
        $"GraphQL introspection is not allowed here, but the document asks for \\\"{field}\\\".");

    [Fact]
    public async Task Without_introspection_a_value_still_names_its_type()
    {
        var engine = new TestEngine(Sdl, new() { Validation = new ValidationOptions { Introspection = false } });
        Assert.Equal("""{"data":{"__typename":"Query"}}""", await engine.SendAsync("{ __typename }"));
    }

    private static async Task Refuses(
        string document, GraphQLEngineOptions options, string code, string message, string? variables = null)
    {
        var answer = await new TestEngine(Sdl, options).SendAsync(document, variables);
        Assert.StartsWith($$"""{"errors":[{"message":"{{message}}",""", answer);
        Assert.Contains($"\"code\":\"{code}\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\"data\"", answer, StringComparison.Ordinal);
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
