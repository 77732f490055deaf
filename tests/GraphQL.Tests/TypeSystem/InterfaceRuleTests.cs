namespace Jobs.GraphQL.Tests.TypeSystem;

/// <summary>What implementing an interface asks of a type.</summary>
public sealed class InterfaceRuleTests
{
    [Fact]
    public void A_field_may_be_narrower_and_take_more_optional_arguments() => Sdl.Schema(
        """
        interface Node { id: ID, owner(first: Int): Owner, tags: [Node] }
        interface Post implements Node { id: ID!, owner(first: Int, after: ID): Person, tags: [Post!]! }
        type JobPost implements Node & Post { id: ID!, owner(first: Int, after: ID): Person!, tags: [JobPost!]! }
        type Person { name: String }
        union Owner = Person
        type Query { post: Post }
        """);

    [Fact]
    public void Fields_and_arguments_are_as_promised() => Sdl.Rejects(
        """
        interface Node { id: ID!, name: String, at(zone: String): Int, old: Int }
        type Query implements Node { id: ID, at(zone: Int, day: Int!): Int, old: Int @deprecated }
        """,
        """
        Interface field Node.id expects type ID! but Query.id is type ID. @ 1:22, 2:34
        Interface field Node.name expected but Query does not provide it. @ 1:27, 2:1
        Interface field argument Node.at(zone:) expects type String but Query.at(zone:) is type Int. @ 1:50, 2:47
        Argument "Query.at(day:)" must not be required type "Int!" if not provided by the Interface field "Node.at". @ 2:52, 1:41
        Interface field Node.old is not deprecated, so implementation field Query.old must not be deprecated. @ 2:78, 2:74
        """);

    [Fact]
    public void A_member_that_a_union_may_not_have_is_not_reported_again_as_a_type_that_does_not_fit() => Sdl.Rejects(
        """
        interface Node { owner: Owner }
        type Query implements Node { owner: Node }
        union Owner = Query | Node
        """,
        """
        Union type Owner can only include Object types, it cannot include Node. @ 3:23
        """);

    [Fact]
    public void Interfaces_of_interfaces_are_named_and_go_round_in_no_circle() => Sdl.Rejects(
        """
        interface Node { id: ID }
        interface Post implements Node { id: ID }
        interface Ring implements Gnir { id: ID }
        interface Gnir implements Ring { id: ID }
        interface Self implements Self { id: ID }
        type Query implements Post & Post & Person { id: ID }
        type Person { id: ID }
        """,
        """
        Type Query must implement Node because it is implemented by Post. @ 2:27, 6:23, 6:30
        Type Query can only implement Post once. @ 6:23, 6:30
        Type Query must only implement Interface types, it cannot implement Person. @ 6:37
        Type Ring cannot implement Gnir because it would create a circular reference. @ 4:27, 3:27
        Type Gnir cannot implement Ring because it would create a circular reference. @ 3:27, 4:27
        Type Self cannot implement itself because it would create a circular reference. @ 5:27
        """);
}
