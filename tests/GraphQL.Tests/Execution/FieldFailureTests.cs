using Jobs.GraphQL.Diagnostics;

namespace Jobs.GraphQL.Tests.Execution;

public sealed class FieldFailureTests
{
    private const string Sdl = """
        type Query { board: Board  strict: Board! }
        type Board { posts: [Post]  strictPosts: [Post!]  broken: Int }
        type Post { title: String!  shop: Shop  tags: [String] }
        type Shop { name: String! }
        """;

    [Theory]
    [InlineData("{ board { broken } }", "Query.board Board.broken", 1)]
    [InlineData("{ board { posts { shop { name } } } }", "Query.board Board.posts Post.shop Shop.name", 2)]
    [InlineData("{ board { posts { title } } }", "Query.board Board.posts Post.title", 2)] // One post of the list is null.
    [InlineData("{ board { strictPosts { title } } }", "Query.board Board.strictPosts Post.title", 1)] // The list is.
    [InlineData("{ strict { broken } }", "Query.strict Board.broken", 1)]
    [InlineData("{ board { posts { tags } } }", "Query.board Board.posts Post.tags", 3)] // One tag of the list is null.
    [InlineData("{ strict: board { broken } again: board { broken } }", "Query.board Board.broken", 1)]
    public async Task An_exception_knows_the_fields_that_lead_to_it_and_the_first_that_is_lost(string query, string fields, int lost)
    {
        var failure = Assert.IsType<FieldFailure>((await ErrorsOfAsync(query))[0].Failure);
        Assert.Equal(fields, string.Join(' ', failure.Fields));
        Assert.Equal(lost, failure.Lost);
    }

    [Fact]
    public async Task Everything_is_lost_where_nothing_above_may_be_null()
    {
        var engine = new TestEngine("type Query { a: A! } type A { b: Int! }", Capture(out var errors))
            .Field("Query.a", _ => new object()).Field("A.b", _ => throw new TimeZoneNotFoundException());
        Assert.EndsWith("\"data\":null}", await engine.SendAsync("{ a { b } }"));
        Assert.Equal(0, Assert.Single(errors).Failure!.Lost);
    }

    [Fact]
    public async Task What_is_meant_for_the_client_is_no_failure()
    {
        var engine = new TestEngine("type Query { a: Int }", Capture(out var errors))
            .Field("Query.a", _ => throw new GraphQLException("No.", "BAD_USER_INPUT"));
        await engine.SendAsync("{ a }");
        Assert.Null(Assert.Single(errors).Failure);
    }

    private static async Task<List<GraphQLError>> ErrorsOfAsync(string query)
    {
        var engine = new TestEngine(Sdl, Capture(out var errors))
            .Field("Query.board", _ => new object())
            .Field("Query.strict", _ => new object())
            .Field("Board.posts", _ => new object[] { new(), new() })
            .Field("Board.strictPosts", _ => new object[] { new() })
            .Field("Board.broken", _ => throw new TimeZoneNotFoundException())
            .Field("Post.title", _ => throw new TimeZoneNotFoundException())
            .Field("Post.shop", _ => new object())
            .Field("Post.tags", _ => new object[] { new Uri("about:blank") })
            .Field("Shop.name", _ => throw new TimeZoneNotFoundException());
        await engine.SendAsync(query);
        return errors;
    }

    private static GraphQLEngineOptions Capture(out List<GraphQLError> errors)
    {
        var captured = errors = [];
        return new GraphQLEngineOptions
        {
            ErrorFilter = error =>
            {
                captured.Add(error);
                return error;
            },
        };
    }
}
