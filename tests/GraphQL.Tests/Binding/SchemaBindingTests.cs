using System.Text.Json;
using Jobs.GraphQL.Binding;
using Jobs.GraphQL.Execution;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Tests.Binding;

public sealed class SchemaBindingTests
{
    private const string Sdl = """
        scalar Date
        enum WageType { HOURLY PER_TASK }
        interface Node { id: ID! }
        type Post implements Node {
          id: ID! title: String! wageType: WageType! startsOn: Date employer: Employer age(inYear: Int): Int! tags: [String!]!
        }
        type Employer implements Node { id: ID! name: String! kind: String! }
        type PostConnection { edges: [PostEdge!]! nodes: [Post!]! }
        type PostEdge { cursor: String! node: Post! }
        union Found = Post | Employer
        input PostInput { title: String! wageType: WageType = PER_TASK note: String tags: [String!] place: PlaceInput }
        input PlaceInput { code: String! radius: Int }
        type Query {
          post(id: ID!): Post posts(first: Int = 2): PostConnection! node: Node find(what: String!): [Found!]! selects: Boolean!
        }
        type Mutation { save(input: PostInput!): Post! describe(input: PostInput!): String! }
        """;

    private readonly GraphQLEngine _engine =
        GraphQLEngine.Create(Sdl, Bound.To(typeof(SchemaBindingTests)).AddScalar("Date", new DateCoercion()));

    [Fact]
    public async Task Columns_bind_by_name_and_methods_answer_the_rest()
    {
        Assert.Equal(
            """
            {"data":{"post":{"id":"post-1","title":"카페","wageType":"PER_TASK","startsOn":"2026-05-01",
            "employer":{"name":"Bori","kind":"SHOP"},"age":1,"tags":["a"]}}}
            """.ReplaceLineEndings(""),
            await _engine.SendAsync("""{ post(id: 1) { id title wageType startsOn employer { name kind } age tags } }"""));
    }

    [Fact]
    public async Task Arguments_services_and_tasks_take_their_places()
    {
        Assert.Equal("""{"data":{"post":{"age":5}}}""", await _engine.SendAsync("""{ post(id: "1") { age(inYear: 2030) } }"""));
        Assert.Equal("""{"data":{"post":null}}""", await _engine.SendAsync("""{ post(id: "9") { age } }"""));
    }

    [Fact]
    public async Task Properties_are_found_in_generic_base_classes()
    {
        Assert.Equal(
            """
            {"data":{"posts":{"edges":[{"cursor":"c1","node":{"id":"post-1"}},{"cursor":"c2","node":{"id":"post-2"}}],
            "nodes":[{"title":"카페"},{"title":"카페"}]}}}
            """.ReplaceLineEndings(""),
            await _engine.SendAsync("{ posts { edges { cursor node { id } } nodes { title } } }"));
    }

    [Fact]
    public async Task The_class_of_a_value_names_its_type_also_through_a_derived_class()
    {
        Assert.Equal(
            """
            {"data":{"node":{"__typename":"Employer","id":"e"},
            "find":[{"__typename":"Post"},{"__typename":"Employer","name":"Chain"}]}}
            """.ReplaceLineEndings(""),
            await _engine.SendAsync("""{ node { __typename id } find(what: "x") { __typename ... on Employer { name } } }"""));
    }

    [Fact]
    public async Task Null_for_an_argument_with_a_default_is_refused_where_the_code_counts_on_the_default()
    {
        Assert.Contains(
            """{"message":"`first` must not be null.","locations":[{"line":1,"column":3}],"path":["posts"],""",
            await _engine.SendAsync("{ posts(first: null) { nodes { id } } }"));
    }

    [Theory]
    [InlineData("""{"title":"t"}""", "t PerTask note:(not given) tags:- place:-")]
    [InlineData("""{"title":"t","wageType":"HOURLY","note":null,"tags":["a","b"]}""", "t Hourly note: tags:a,b place:-")]
    [InlineData("""{"title":"t","note":"n","tags":"a","place":{"code":"c"}}""", "t PerTask note:n tags:a place:c/")]
    [InlineData("""{"title":"t","place":{"code":"c","radius":5}}""", "t PerTask note:(not given) tags:- place:c/5")]
    public async Task Input_objects_become_records_and_absent_is_not_null(string input, string seen)
    {
        Assert.Equal(
            $$$"""{"data":{"describe":"{{{seen}}}"}}""",
            await _engine.SendAsync("mutation ($i: PostInput!) { describe(input: $i) }", $$"""{"i":{{input}}}"""));
    }

    [Fact]
    public async Task Literals_become_the_same_records_as_variables()
    {
        Assert.Equal(
            """{"data":{"describe":"t Hourly note: tags:a place:c/5"}}""",
            await _engine.SendAsync(
                """
                mutation ($r: Int) {
                  describe(input: {title: "t", wageType: HOURLY, note: null, tags: "a", place: {code: "c", radius: $r}})
                }
                """,
                """{"r":5}"""));
    }

    [Fact]
    public async Task A_member_that_cannot_be_null_refuses_a_variable_that_gives_it_null()
    {
        Assert.Equal(
            """
            {"errors":[{"message":"Variable \"$i\" has invalid value: `wageType` must not be null.",
            "locations":[{"line":1,"column":11}],"extensions":{"code":"BAD_USER_INPUT"}}]}
            """.ReplaceLineEndings(""),
            await _engine.SendAsync(
                "mutation ($i: PostInput!) { describe(input: $i) }", """{"i":{"title":"t","wageType":null}}"""));
    }

    [Fact]
    public async Task A_resolver_may_ask_what_is_selected()
    {
        Assert.Equal("""{"data":{"selects":false}}""", await _engine.SendAsync("{ selects }"));
    }

    public enum WageType
    {
        Hourly,
        PerTask,
    }

    public sealed record Post(int Key, string Title, WageType WageType, DateOnly? StartsOn, IReadOnlyList<string> Tags)
    {
        public static Post Number(int key) => new(key, "카페", WageType.PerTask, new DateOnly(2026, 5, 1), ["a"]);
    }

    public record Employer(string Id, string Name, [property: GraphQLName("kind")] string EmployerKind);

    public sealed record Franchise() : Employer("f", "Chain", "CHAIN");

    public abstract class Connection<TEdge, TNode>(IReadOnlyList<TEdge> edges)
        where TEdge : Edge<TNode>
    {
        public IReadOnlyList<TEdge> Edges { get; } = edges;

        public IReadOnlyList<TNode> Nodes => [.. Edges.Select(edge => edge.Node)];
    }

    public abstract class Edge<TNode>(string cursor, TNode node)
    {
        public string Cursor { get; } = cursor;

        public TNode Node { get; } = node;
    }

    public sealed class PostEdge(string cursor, Post node) : Edge<Post>(cursor, node);

    public sealed class PostConnection(IReadOnlyList<PostEdge> edges) : Connection<PostEdge, Post>(edges);

    public sealed record PlaceInput(string Code, int? Radius);

    public sealed record PostInput(string Title, WageType WageType, Optional<string?> Note, IReadOnlyList<string>? Tags)
    {
        public PlaceInput? Place { get; init; }
    }

    public static class PostResolvers
    {
        public static string Id(Post post) => $"post-{post.Key}";

        public static async Task<Employer?> Employer(Post post)
        {
            await Task.Yield();
            return post.Key == 1 ? new Employer("e", "Bori", "SHOP") : null;
        }

        public static ValueTask<int> Age(Post post, int? inYear, Clock clock) => new((inYear ?? clock.Year) - 2026 + post.Key);
    }

    public static class PostQueries
    {
        public static Post? Post(string id) => id == "1" ? SchemaBindingTests.Post.Number(1) : null;

        public static PostConnection Posts(int first, CancellationToken cancellationToken) =>
            new([.. Enumerable.Range(1, first).Select(key => new PostEdge($"c{key}", SchemaBindingTests.Post.Number(key)))]);

        public static object? Node() => new Employer("e", "Bori", "SHOP");

        public static IReadOnlyList<object> Find(string what) => [SchemaBindingTests.Post.Number(1), new Franchise()];

        public static bool Selects(FieldSelection selection, ResolverContext context) =>
            selection.Has("x") || context.Field.Name != "selects";
    }

    public static class PostMutations
    {
        public static Post Save(PostInput input) => SchemaBindingTests.Post.Number(input.Title.Length);

        public static string Describe(PostInput input) =>
            $"{input.Title} {input.WageType} note:{input.Note} tags:{(input.Tags is null ? "-" : string.Join(",", input.Tags))} "
            + $"place:{(input.Place is null ? "-" : $"{input.Place.Code}/{input.Place.Radius}")}";
    }

    private sealed class DateCoercion : ScalarCoercion
    {
        public override Type RuntimeType => typeof(DateOnly);

        public override object? ParseValue(JsonElement value) => throw new CoercionException("No dates in.");

        public override object? ParseLiteral(ValueNode literal) => throw new CoercionException("No dates in.");

        public override object? Serialize(object value) => $"{value:yyyy-MM-dd}";
    }
}
