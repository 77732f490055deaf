namespace Jobs.GraphQL.Tests.TypeSystem;

/// <summary>What can be wrong with how types fit together.</summary>
public sealed class SchemaRuleTests
{
    [Fact]
    public void A_schema_needs_a_query_root() => Sdl.Rejects(
        "type Post { id: ID! }", "Query root type must be provided. @");

    [Fact]
    public void Roots_are_different_object_types() => Sdl.Rejects(
        """
        schema { query: Root, mutation: Root, subscription: Wage }
        type Root { a: Int }
        enum Wage { HOURLY }
        """,
        """
        All root types must be different, "Root" type is used as query and mutation root types. @ 1:17, 1:33
        Subscription root type must be Object type if provided, it cannot be Wage. @ 1:53
        """);

    [Fact]
    public void Types_have_members_and_names_of_their_own() => Sdl.Rejects(
        """
        type Query { __a(__b: Int): Int }
        type Post
        input __Filter
        enum Wage
        union Owner
        """,
        """
        Name "__a" must not begin with "__", which is reserved by GraphQL introspection. @ 1:14
        Name "__b" must not begin with "__", which is reserved by GraphQL introspection. @ 1:18
        Name "__Filter" must not begin with "__", which is reserved by GraphQL introspection. @ 3:1
        Type Post must define one or more fields. @ 2:1
        Input Object type __Filter must define one or more fields. @ 3:1
        Enum type Wage must define one or more values. @ 4:1
        Union type Owner must define one or more member types. @ 5:1
        """);

    [Fact]
    public void Input_and_output_types_stay_apart() => Sdl.Rejects(
        """
        type Query { a(post: Post!): [Filter] }
        type Post { id: ID! }
        input Filter { owner: Owner }
        union Owner = Post | Post | Filter
        directive @d(x: Query) on FIELD
        """,
        """
        The type of Query.a(post:) must be Input Type but got: Post!. @ 1:22
        The type of Query.a must be Output Type but got: [Filter]. @ 1:30
        The type of Filter.owner must be Input Type but got: Owner. @ 3:23
        Union type Owner can only include type Post once. @ 4:15, 4:22
        Union type Owner can only include Object types, it cannot include Filter. @ 4:29
        The type of @d(x:) must be Input Type but got: Query. @ 5:14
        """);

    [Fact]
    public void What_must_be_given_cannot_be_deprecated() => Sdl.Rejects(
        """
        type Query { a(x: Int! @deprecated, y: Int! = 1 @deprecated, z: Int @deprecated): Int }
        input Filter { x: Int! @deprecated }
        """,
        """
        Required argument Query.a(x:) cannot be deprecated. @ 1:24, 1:19
        Required input field Filter.x cannot be deprecated. @ 2:24, 2:19
        """);
}
