using System.Text;
using Jobs.GraphQL.Binding;
using Jobs.GraphQL.Tests.Execution;

namespace Jobs.GraphQL.Tests.Binding;

public sealed class SubscriptionBindingTests
{
    private const string Sdl = """
        type Query { numbers(count: Int!): [Int!]!  posts: [Post!]! }
        type Subscription { ticks(from: Int!): Int!  posts: Post! }
        type Post { title: String! }
        """;

    [Theory]
    [InlineData("subscription { ticks(from: 3) }", """{"data":{"ticks":3}}""", """{"data":{"ticks":2029}}""")]
    [InlineData("subscription { posts { title } }", """{"data":{"posts":{"title":"one"}}}""")]
    [InlineData("{ numbers(count: 2) posts { title } }", """{"data":{"numbers":[0,1],"posts":[{"title":"one"}]}}""")]
    public async Task A_method_that_gives_values_one_by_one_answers_a_subscription_or_a_list(string query, params string[] results)
    {
        var engine = GraphQLEngine.Create(Sdl, Bound.To(typeof(SubscriptionBindingTests)));
        await using var response = await engine.RespondAsync(
            new GraphQLRequest
            {
                Query = Encoding.UTF8.GetBytes(query),
                Services = new Clocks(),
                Accepts = ResponseForms.Subscription,
            },
            TestContext.Current.CancellationToken);
        var texts = new List<string>();
        if (response.Initial is { } initial)
            texts.Add(TestEngine.Take(initial));
        if (response.Following is { } following)
        {
            await foreach (var result in following)
                texts.Add(TestEngine.Take(result));
        }

        Assert.Equal(results, texts);
    }

    [Fact]
    public void What_does_not_fit_stops_the_start() => Assert.Equal(
        [
            "Subscription.ticks(from:): BadSubscriptions.Ticks has no parameter for it.",
            "Subscription.posts: BadSubscriptions.Posts (Post) makes no events; "
                + "a subscription field is answered by an IAsyncEnumerable<T>.",
            "Subscription.names: Int!: BadSubscriptions.Names (string?) may be null, but Int! may not.",
            "Subscription.missing: Int: no method answers it.",
        ],
        Bound.Problems(
            """
            type Query { a: Int }
            type Subscription { ticks(from: Int!): Int!  posts: Post!  names: Int!  missing: Int }
            type Post { title: String! }
            """,
            new SchemaBinding().AddTypes(typeof(Post)).AddResolvers(typeof(AnyQueries), typeof(BadSubscriptions))));

    public sealed record Post(string Title);

    public static class NumberQueries
    {
        public static IAsyncEnumerable<int> Numbers(int count) => Enumerable.Range(0, count).ToAsyncEnumerable();

        public static Task<IAsyncEnumerable<Post>> Posts() => Task.FromResult(new[] { new Post("one") }.ToAsyncEnumerable());
    }

    public static class TickSubscriptions
    {
        public static IAsyncEnumerable<int> Ticks(int from, Clock clock) => new[] { from, clock.Year + from }.ToAsyncEnumerable();

        public static async Task<IAsyncEnumerable<Post>> Posts(CancellationToken cancellationToken)
        {
            await Task.Delay(1, cancellationToken);
            return new[] { new Post("one") }.ToAsyncEnumerable();
        }
    }

    private static class AnyQueries
    {
        public static int A() => 1;
    }

    private static class BadSubscriptions
    {
        public static IAsyncEnumerable<int> Ticks() => Array.Empty<int>().ToAsyncEnumerable();

        public static Post Posts() => new("one");

        public static IAsyncEnumerable<string?> Names() => Array.Empty<string?>().ToAsyncEnumerable();
    }

    private sealed class Clocks : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(Clock) ? new Clock(2026) : null;
    }
}
