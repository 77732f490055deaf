namespace Jobs.GraphQL.Tests.Execution;

public sealed class OperationTests
{
    private const string Sdl = "type Query { a: Int } type Mutation { m: Int } type Subscription { s: Int }";

    private readonly TestEngine _engine = new TestEngine(Sdl)
        .Field("Query.a", _ => 1).Field("Mutation.m", _ => 2);

    [Fact]
    public async Task The_only_operation_needs_no_name()
    {
        Assert.Equal("""{"data":{"a":1}}""", await _engine.SendAsync("query Q { a }"));
    }

    [Fact]
    public async Task A_name_chooses_among_several()
    {
        Assert.Equal("""{"data":{"m":2}}""", await _engine.SendAsync("query Q { a } mutation M { m }", operationName: "M"));
    }

    [Theory]
    [InlineData("query Q { a } mutation M { m }", null, "Must provide operation name if query contains multiple operations.")]
    [InlineData("query Q { a }", "X", "Unknown operation named \\\"X\\\".")]
    [InlineData("subscription { s }", null, "A subscription cannot be answered by one response.")]
    public async Task Without_an_operation_nothing_is_executed(string query, string? name, string message)
    {
        Assert.Equal(
            $$$"""{"errors":[{"message":"{{{message}}}","extensions":{"code":"OPERATION_RESOLUTION_FAILURE"}}]}""",
            await _engine.SendAsync(query, operationName: name));
    }

    [Fact]
    public async Task A_request_for_queries_only_refuses_a_mutation()
    {
        Assert.Contains("\"code\":\"QUERY_ONLY\"", await _engine.SendAsync("mutation { m }", queryOnly: true));
        Assert.Equal("""{"data":{"a":1}}""", await _engine.SendAsync("{ a }", queryOnly: true));
    }

    [Theory]
    [InlineData("{ a", "\"code\":\"GRAPHQL_PARSE_FAILED\"")]
    [InlineData("{ b }", "\"code\":\"GRAPHQL_VALIDATION_FAILED\"")]
    public async Task A_document_that_is_wrong_is_not_executed(string query, string code)
    {
        var response = await _engine.SendAsync(query);
        Assert.Contains(code, response);
        Assert.DoesNotContain("\"data\"", response);
    }
}
