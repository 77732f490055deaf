namespace Jobs.GraphQL.Tests.Execution;

public sealed class ErrorTests
{
    private const string Sdl = "type Query { a: Int b: Int }";

    [Fact]
    public async Task What_a_resolver_says_to_the_client_is_shown_with_its_code_and_extensions()
    {
        var engine = new TestEngine(Sdl).Field("Query.a", _ => throw new GraphQLException("No such page.", "BAD_USER_INPUT")
        {
            Extensions = new Dictionary<string, object?> { ["argument"] = "after" },
        });
        Assert.Equal(
            """
            {"errors":[{"message":"No such page.","locations":[{"line":1,"column":3}],"path":["a"],
            "extensions":{"code":"BAD_USER_INPUT","argument":"after"}}],"data":{"a":null}}
            """.ReplaceLineEndings(""),
            await engine.SendAsync("{ a }"));
    }

    [Fact]
    public async Task Whatever_else_is_thrown_stays_inside()
    {
        var engine = new TestEngine(Sdl)
            .Field("Query.a", _ => throw new InvalidOperationException("password=secret")).Field("Query.b", _ => 2);
        Assert.Equal(
            """
            {"errors":[{"message":"Internal server error.","locations":[{"line":1,"column":3},{"line":1,"column":5}],"path":["a"],
            "extensions":{"code":"INTERNAL_SERVER_ERROR"}}],"data":{"a":null,"b":2}}
            """.ReplaceLineEndings(""),
            await engine.SendAsync("{ a a b }"));
    }

    [Fact]
    public async Task The_filter_sees_the_exception_and_may_replace_the_error()
    {
        Exception? seen = null;
        var engine = new TestEngine(Sdl, new GraphQLEngineOptions
        {
            ErrorFilter = error =>
            {
                seen = error.Exception;
                return error with { Message = "masked" };
            },
        }).Field("Query.a", _ => throw new TimeZoneNotFoundException());
        Assert.Contains("\"message\":\"masked\"", await engine.SendAsync("{ a }"));
        Assert.IsType<TimeZoneNotFoundException>(seen);
    }
}
