namespace Jobs.GraphQL.Tests.TypeSystem;

/// <summary>What can be wrong with a type system document before its types are put together.</summary>
public sealed class DocumentRuleTests
{
    [Fact]
    public void Names_are_unique_across_definitions_and_extensions() => Sdl.Rejects(
        """
        type Query { post: Post, post: Int, search(text: String, text: Int): Post }
        type Post { id: ID! }
        extend type Post { id: Int }
        scalar Post
        enum Wage { HOURLY DAILY }
        extend enum Wage { DAILY }
        directive @hot on FIELD
        directive @hot on QUERY
        """,
        """
        Field "Query.post" can only be defined once. @ 1:14, 1:26
        Argument "Query.search(text:)" can only be defined once. @ 1:44, 1:58
        Field "Post.id" can only be defined once. @ 2:13, 3:20
        There can be only one type named "Post". @ 2:6, 4:8
        Cannot extend non-object type "Post". @ 4:1, 3:1
        Enum value "Wage.DAILY" can only be defined once. @ 5:20, 6:20
        There can be only one directive named "@hot". @ 7:12, 8:12
        """);

    [Fact]
    public void The_schema_is_defined_once_with_one_root_per_operation() => Sdl.Rejects(
        """
        schema { query: Query }
        schema { mutation: Query }
        extend schema { query: Query }
        type Query { a: Int }
        """,
        """
        Must provide only one schema definition. @ 2:1
        There can be only one query type in schema. @ 1:10, 3:17
        """);

    [Fact]
    public void Unknown_types_get_suggestions_nearest_first() => Sdl.Rejects(
        """
        type Query { post: JobPots, wage: Strin }
        type JobPost { id: ID! }
        extend type JobPst { open: Boolean }
        """,
        """
        Unknown type "JobPots". Did you mean "JobPost"? @ 1:20
        Unknown type "Strin". Did you mean "String"? @ 1:35
        Cannot extend type "JobPst" because it is not defined. Did you mean "JobPost"? @ 3:13
        """);

    [Fact]
    public void Directives_are_known_and_stand_where_they_may() => Sdl.Rejects(
        """
        directive @once on OBJECT
        directive @many repeatable on OBJECT
        type Query @once @many @many @deprecated { a(x: Int @hot): Int }
        extend type Query @once
        """,
        """
        Directive "@deprecated" may not be used on OBJECT. @ 3:30
        Unknown directive "@hot". @ 3:53
        The directive "@once" can only be used once at this location. @ 3:12, 4:19
        """);

    [Fact]
    public void Directives_have_the_arguments_of_their_definition() => Sdl.Rejects(
        """
        directive @cost(weight: Int!, by: [String!] = []) on FIELD_DEFINITION
        type Query {
          a: Int @cost
          b: Int @cost(weigth: 1, weight: 2, weight: 3)
          c(x: In = { a: 1, a: 2 }): Int
        }
        input In { a: Int }
        """,
        """
        Argument "@cost(weight:)" of type "Int!" is required, but it was not provided. @ 3:10
        Unknown argument "weigth" on directive "@cost". Did you mean "weight"? @ 4:16
        There can be only one argument named "weight". @ 4:27, 4:38
        There can be only one input field named "a". @ 5:15, 5:21
        """);

    [Fact]
    public void Arguments_of_built_in_directives_are_of_their_types() => Sdl.Rejects(
        "type Query { a: Int @deprecated(reason: 1) b: Int @deprecated(reason: null) }",
        """
        Argument "@deprecated(reason:)" has invalid value: String cannot represent a non string value: 1 @ 1:41
        Argument "@deprecated(reason:)" has invalid value:
          Expected value of non-null type "String!" not to be null. @ 1:71
        """);
}
