using Jobs.GraphQL.Tests.Execution;

namespace Jobs.GraphQL.Tests.Incremental;

/// <summary>A schema with deferred and streamed parts, and the results of a response as text.</summary>
internal static class Heroes
{
    public const string Sdl = """
        type Query { hero: Hero  heroes: [Hero]  strict: [Hero!]  numbers: [Int] }
        type Mutation { promote: Hero }
        type Hero { id: Int  name: String  secret: String!  home: Place  friends: [Hero] }
        type Place { city: String  ruler: Hero  climate: String! }
        """;

    public static readonly GraphQLEngineOptions Options = new() { IncrementalDelivery = true };

    public static TestEngine Engine(GraphQLEngineOptions? options = null) => new TestEngine(Sdl, options ?? Options)
        .Field("Query.hero", _ => Hero(1))
        .Field("Query.heroes", _ => new object?[] { Hero(1), Hero(2), Hero(3) })
        .Field("Query.strict", _ => new object?[] { Hero(1), Hero(2), Hero(3) })
        .Field("Query.numbers", _ => new object?[] { 1, 2, 3 });

    public static IReadOnlyDictionary<string, object?> Hero(int id) => Some.Object(
        ("id", id), ("name", $"hero {id}"), ("secret", "s"),
        ("home", Some.Object(("city", "Tatooine"), ("climate", "dry"), ("ruler", Some.Object(("id", 9), ("name", "Jabba"))))),
        ("friends", new object?[] { Some.Object(("id", 10 * id), ("name", "friend")) }));
}
