namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>A variable's type fits every place where it is used.</summary>
public sealed class AllVariableUsagesAreAllowedTests
{
    private static readonly RuleUnderTest Rule = new("VariablesInAllowedPosition");

    [Fact]
    public void The_same_type_and_a_stricter_one_fit() => Rule.Accepts(
        """
        query Q($a: ID!, $b: [ShiftKind!]!) { shop(id: $a) { id } person(id: $a) { id } search(kinds: $b) {
          id } }
        """);

    [Fact]
    public void A_looser_type_does_not_fit() => Rule.Rejects(
        """
        query Q($a: ID, $b: [ShiftKind]) { shop(id: $a) { id } search(kinds: $b) { id } }
        """,
        """
        Variable "$a" of type "ID" used in position expecting type "ID!". @ 1:9, 1:45
        Variable "$b" of type "[ShiftKind]" used in position expecting type "[ShiftKind!]". @ 1:17, 1:70
        """);

    [Fact]
    public void Another_type_does_not_fit() => Rule.Rejects(
        """
        query Q($a: String) { person(id: $a) { id } }
        """,
        """
        Variable "$a" of type "String" used in position expecting type "ID". @ 1:9, 1:34
        """);

    [Fact]
    public void A_default_that_is_not_null_makes_a_variable_fit() => Rule.Rejects(
        """
        query Q($a: ID = 1, $b: ID = null) { x: shop(id: $a) { id } y: shop(id: $b) { id } }
        """,
        """
        Variable "$b" of type "ID" used in position expecting type "ID!". @ 1:21, 1:73
        """);

    [Fact]
    public void A_default_of_the_argument_makes_a_variable_fit() => Rule.Accepts(
        """
        query Q($a: Int) { search(size: $a) { id } }
        """);

    [Fact]
    public void One_value_does_not_stand_for_a_list() => Rule.Rejects(
        """
        query Q($a: ShiftKind!) { search(kinds: $a) { id } }
        """,
        """
        Variable "$a" of type "ShiftKind!" used in position expecting type "[ShiftKind!]". @ 1:9, 1:41
        """);

    [Fact]
    public void An_item_of_a_list_is_judged() => Rule.Rejects(
        """
        query Q($a: ShiftKind, $b: ShiftKind!) { search(kinds: [$a, $b]) { id } }
        """,
        """
        Variable "$a" of type "ShiftKind" used in position expecting type "ShiftKind!". @ 1:9, 1:57
        """);

    [Fact]
    public void A_field_of_an_input_object_is_judged() => Rule.Rejects(
        """
        query Q($a: Float) { search(filter: { minHours: $a }) { id } }
        """,
        """
        Variable "$a" of type "Float" used in position expecting type "Float!". @ 1:9, 1:49
        """);

    [Fact]
    public void A_variable_in_a_oneOf_object_is_not_nullable() => Rule.Rejects(
        """
        query Q($a: ID, $b: ID!) { x: at(place: { shopId: $a }) { id } y: at(place: { shopId: $b }) { id } }
        """,
        """
        Variable "$a" is of type "ID" but must be non-nullable to be used for OneOf Input Object "Place". @ 1:9,
          1:51
        """);

    [Fact]
    public void A_use_in_a_fragment_is_judged_by_the_operation() => Rule.Rejects(
        """
        query Q($a: ID) { ...F }
        fragment F on Query { shop(id: $a) { id } }
        """,
        """
        Variable "$a" of type "ID" used in position expecting type "ID!". @ 1:9, 2:32
        """);

    [Fact]
    public void A_directive_is_judged_too() => Rule.Rejects(
        """
        query Q($a: Boolean) { node { id @skip(if: $a) } }
        """,
        """
        Variable "$a" of type "Boolean" used in position expecting type "Boolean!". @ 1:9, 1:44
        """);

    /// <summary>As the specification has it; the reference implementation refuses this one.</summary>
    [Fact]
    public void A_default_that_is_not_null_makes_a_variable_fit_a_oneOf_object() => Rule.Accepts(
        """
        query Q($a: ID = 1) { at(place: { shopId: $a }) { id } }
        """);
}
