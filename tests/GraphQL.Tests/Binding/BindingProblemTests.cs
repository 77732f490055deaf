using Jobs.GraphQL.Binding;

namespace Jobs.GraphQL.Tests.Binding;

public sealed class BindingProblemTests
{
    private static readonly SchemaBinding Binding = Bound.To(typeof(BindingProblemTests));

    [Theory]
    [InlineData("type Query { nothing: Int }", "Query.nothing: Int: no method answers it.")]
    [InlineData(
        "type Query { post: Post } type Post { missing: Int }",
        "Post.missing: Int: Post has no such property, and no method answers it.")]
    [InlineData(
        "type Query { post: Post } type Post { title: Int }",
        "Post.title: Int: Post.Title (string) is string, but Int is int.")]
    [InlineData(
        "type Query { post: Post } type Post { subtitle: String! }",
        "Post.subtitle: String!: Post.Subtitle (string?) may be null, but String! may not.")]
    [InlineData(
        "type Query { post: Post } type Post { tags: [String!]! }",
        "Post.tags: [String!]!: Post.Tags (IReadOnlyList<string?>) may be null, but String! may not.")]
    [InlineData(
        "type Query { post: Post } type Post { title: [String] }",
        "Post.title: [String]: Post.Title (string) is no list, but [String] is.")]
    [InlineData(
        "type Query { post: Post } type Post { title(length: Int): String }",
        "Post.title: has arguments, but is answered by the property Post.Title.")]
    [InlineData(
        "type Query { post: Post! } type Post { title: String }",
        "Query.post: Post!: FieldQueries.Post (Post?) may be null, but Post! may not.")]
    [InlineData(
        "type Query { wrong: Post } type Post { title: String }",
        "Query.wrong: Post: FieldQueries.Wrong (string) is string, but Post is Post.")]
    [InlineData(
        "type Query { count(first: Int): Int }",
        "Query.count(first:): Int: the parameter of FieldQueries.Count cannot be null, but Int can.")]
    [InlineData(
        "type Query { count(first: String!): Int }",
        "Query.count(first:): String!: the parameter of FieldQueries.Count is int, but String is string.")]
    [InlineData(
        "type Query { count(first: Int!, after: Int): Int }",
        "Query.count(after:): FieldQueries.Count has no parameter for it.")]
    [InlineData(
        "type Query { count: Int }",
        "Query.count: the parameter int first of FieldQueries.Count is neither an argument nor a service.")]
    [InlineData("type Query { kind: Kind } enum Kind { A B C }", "Kind.C: Kind has no such member.")]
    [InlineData("type Query { kind: Kind } enum Kind { A }", "Kind: has no value B, but Kind.B could be answered.")]
    [InlineData("type Query { any: Any } scalar Any", "Any: no coercion was given for the scalar.")]
    [InlineData("type Query { ghost: Ghost } type Ghost { id: Int }", "Ghost: no CLR type has its name.")]
    [InlineData(
        "type Query { either: Either } union Either = Post | Ghost type Post { title: String } type Ghost { id: Int }",
        "Ghost: no CLR type has its name.")]
    [InlineData(
        "type Query { save(input: PostInput!): Int } input PostInput { title: String! extra: Int }",
        "PostInput.extra: Int: PostInput has no constructor parameter or settable property for it.")]
    [InlineData(
        "type Query { save(input: PostInput!): Int } input PostInput { other: Int }",
        "PostInput: the parameter Title of PostInput is no field of it.")]
    [InlineData(
        "type Query { save(input: PostInput!): Int } input PostInput { title: String }",
        "PostInput.title: String: PostInput(Title) cannot be null, but String can.")]
    [InlineData(
        "type Query { save(input: PostInput): Int } input PostInput { title: String! }",
        "Query.save(input:): PostInput: the parameter of FieldQueries.Save cannot be null, but PostInput can.")]
    [InlineData(
        "type Query { post: Post } type Post { title: String stray: Int }",
        "Post.stray: the first parameter of PostResolvers.Stray is string title, not the Post whose field it answers.")]
    [InlineData("type Query { a: Int }", "FieldQueries.Post: Query has no field post.")]
    [InlineData(
        "type Query { post: Post } type Post { title: String }",
        "OrphanResolvers: the schema has no object type Orphan.")]
    [InlineData("type Query { twin: Int }", "Query.twin: FieldQueries.Twin and OtherQueries.Twin both answer it.")]
    [InlineData("type Query {", "line 1, column 13: Syntax Error: Expected Name, found <EOF>.")]
    public void Each_misfit_is_named_with_its_place_in_the_schema_and_in_the_code(string sdl, string problem)
    {
        Assert.Contains(problem, Bound.Problems(sdl, Binding));
    }

    [Fact]
    public void All_problems_come_at_once()
    {
        var problems = Bound.Problems("type Query { a: Int b: Int post: Post } type Post { c: Int title: String }", Binding);
        Assert.Superset(
            new HashSet<string>
            {
                "Query.a: Int: no method answers it.",
                "Query.b: Int: no method answers it.",
                "Post.c: Int: Post has no such property, and no method answers it.",
            },
            problems.ToHashSet());
    }

    [Fact]
    public void Two_types_of_one_name_are_not_guessed_between()
    {
        var binding = new SchemaBinding().AddTypes(typeof(Post), typeof(Twin.Post)).AddResolvers(typeof(PostOnlyQueries));
        Assert.Contains(
            $"Post: {typeof(Post).FullName} and {typeof(Twin.Post).FullName} have its name; "
            + "rename one or give one a [GraphQLName].",
            Bound.Problems("type Query { post: Post } type Post { title: String }", binding));
    }

    public enum Kind
    {
        A,
        B,
    }

    public sealed record Post(string Title, string? Subtitle, IReadOnlyList<string?> Tags);

    public sealed record PostInput(string Title);

    public static class FieldQueries
    {
        public static Post? Post() => null;

        public static string Wrong() => "";

        public static int Count(int first) => first;

        public static Kind Kind() => default;

        public static object? Any() => null;

        public static object? Ghost() => null;

        public static object? Either() => null;

        public static int Save(PostInput input) => input.Title.Length;

        public static int Twin() => 1;
    }

    public static class OtherQueries
    {
        public static int Twin() => 2;
    }

    public static class PostResolvers
    {
        public static int Stray(string title) => title.Length;
    }

    public static class OrphanResolvers
    {
        public static int Id() => 0;
    }

    private static class PostOnlyQueries
    {
        public static Post? Post() => null;
    }

    private static class Twin
    {
        public sealed record Post(string Title);
    }
}
