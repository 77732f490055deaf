namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>A field is selected only where its type has it.</summary>
public sealed class FieldSelectionsTests
{
    private static readonly RuleUnderTest Rule = new("FieldsOnCorrectType");

    [Fact]
    public void Fields_of_objects_and_interfaces_are_found() => Rule.Accepts(
        """
        { shop(id: 1) { id name } named { id name } }
        """);

    [Fact]
    public void The_type_name_is_a_field_of_every_composite_type() => Rule.Accepts(
        """
        { __typename owner { __typename } node { __typename } }
        """);

    [Fact]
    public void The_schema_is_a_field_of_the_query_type_only() => Rule.Rejects(
        """
        { __schema { description } shop(id: 1) { __schema { description } } }
        """,
        """
        Cannot query field "__schema" on type "Shop". @ 1:42
        """);

    [Fact]
    public void An_unknown_field_is_refused() => Rule.Rejects(
        """
        { shop(id: 1) { zipcode } }
        """,
        """
        Cannot query field "zipcode" on type "Shop". @ 1:17
        """);

    [Fact]
    public void A_near_name_is_suggested() => Rule.Rejects(
        """
        { shop(id: 1) { nam opn } }
        """,
        """
        Cannot query field "nam" on type "Shop". Did you mean "name"? @ 1:17
        Cannot query field "opn" on type "Shop". Did you mean "open"? @ 1:21
        """);

    [Fact]
    public void An_alias_does_not_help() => Rule.Rejects(
        """
        { shop(id: 1) { name: nick } }
        """,
        """
        Cannot query field "nick" on type "Shop". @ 1:17
        """);

    [Fact]
    public void An_interface_has_no_field_of_its_objects_but_they_are_suggested() => Rule.Rejects(
        """
        { node { name } }
        """,
        """
        Cannot query field "name" on type "Node". Did you mean to use an inline fragment on "Named", "Person", or
          "Shop"? @ 1:10
        """);

    [Fact]
    public void A_union_has_no_fields() => Rule.Rejects(
        """
        { owner { id age } }
        """,
        """
        Cannot query field "id" on type "Owner". Did you mean to use an inline fragment on "Node", "Named",
          "Person", or "Shop"? @ 1:11
        Cannot query field "age" on type "Owner". Did you mean to use an inline fragment on "Person"? @ 1:14
        """);

    [Fact]
    public void What_is_inside_an_unknown_field_is_not_judged() => Rule.Rejects(
        """
        { unknown { deeper { still } } }
        """,
        """
        Cannot query field "unknown" on type "Query". @ 1:3
        """);

    [Fact]
    public void Fragments_are_judged_by_their_own_type() => Rule.Rejects(
        """
        fragment S on Shop { age }
        fragment X on Nothing { anything }
        """,
        """
        Cannot query field "age" on type "Shop". Did you mean "name"? @ 1:22
        """);
}
