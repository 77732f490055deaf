namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>A literal is a value of the type that its place expects.</summary>
public sealed class ValuesOfCorrectTypeTests
{
    private static readonly RuleUnderTest Rule = new("ValuesOfCorrectType");

    [Fact]
    public void Values_of_the_right_type_are_fine() => Rule.Accepts(
        """
        { person(id: 1, name: "A", active: true) { id } search(kinds: [DAY], size: 3) { id } }
        """);

    [Fact]
    public void Null_is_fine_where_the_type_allows_it() => Rule.Accepts(
        """
        { person(id: null) { id } search(filter: null) { id } }
        """);

    [Fact]
    public void Null_is_refused_for_a_non_null_type() => Rule.Rejects(
        """
        { shop(id: null) { id } search(kinds: [DAY, null]) { id } }
        """,
        """
        Expected value of non-null type "ID!" not to be null. @ 1:12
        Expected value of non-null type "ShiftKind!" not to be null. @ 1:45
        """);

    [Fact]
    public void An_int_is_neither_text_nor_a_fraction_nor_too_large() => Rule.Rejects(
        """
        { a: search(size: "5") { id } b: search(size: 1.0) { id } c: search(size: 3000000000) { id } }
        """,
        """
        Int cannot represent non-integer value: "5" @ 1:19
        Int cannot represent non-integer value: 1.0 @ 1:47
        Int cannot represent non 32-bit signed integer value: 3000000000 @ 1:75
        """);

    [Fact]
    public void Strings_booleans_and_ids_are_what_they_are() => Rule.Rejects(
        """
        { person(id: 1.5, name: 7, active: "true") { id } }
        """,
        """
        ID cannot represent a non-string and non-integer value: 1.5 @ 1:14
        String cannot represent a non string value: 7 @ 1:25
        Boolean cannot represent a non boolean value: "true" @ 1:36
        """);

    [Fact]
    public void A_float_takes_an_int_but_no_text() => Rule.Rejects(
        """
        { a: search(filter: { minHours: 1 }) { id } b: search(filter: { minHours: "long" }) { id } }
        """,
        """
        Float cannot represent non numeric value: "long" @ 1:75
        """);

    [Fact]
    public void An_enum_value_is_a_known_name() => Rule.Rejects(
        """
        { a: search(kinds: [NIGHTT]) { id } b: search(kinds: ["DAY"]) { id } c: search(kinds: [1]) { id } }
        """,
        """
        Value "NIGHTT" does not exist in "ShiftKind" enum. Did you mean the enum value "NIGHT"? @ 1:21
        Enum "ShiftKind" cannot represent non-enum value: "DAY". Did you mean the enum value "DAY"? @ 1:55
        Enum "ShiftKind" cannot represent non-enum value: 1. @ 1:88
        """);

    [Fact]
    public void One_value_stands_for_a_list_of_one() => Rule.Accepts(
        """
        { search(kinds: DAY) { id } }
        """);

    [Fact]
    public void An_input_object_has_its_required_fields() => Rule.Rejects(
        """
        { search(filter: { kind: DAY, and: { days: [1] } }) { id } }
        """,
        """
        Expected value of type "ShiftFilter" to include required field "minHours", found: { kind: DAY, and: {
          days: [1] } }. @ 1:18
        Expected value of type "ShiftFilter" to include required field "minHours", found: { days: [1] }. @ 1:36
        """);

    [Fact]
    public void An_input_object_has_no_unknown_fields() => Rule.Rejects(
        """
        { search(filter: { minHours: 1, mnHours: 2, zipcode: 3 }) { id } }
        """,
        """
        Expected value of type "ShiftFilter" not to include unknown field "mnHours". Did you mean "minHours"?
          Found: { minHours: 1, mnHours: 2, zipcode: 3 }. @ 1:33
        Expected value of type "ShiftFilter" not to include unknown field "zipcode", found: { minHours: 1,
          mnHours: 2, zipcode: 3 }. @ 1:45
        """);

    [Fact]
    public void An_input_object_is_an_object() => Rule.Rejects(
        """
        { search(filter: "all") { id } }
        """,
        """
        Expected value of type "ShiftFilter" to be an object, found: "all". @ 1:18
        """);

    [Fact]
    public void A_oneOf_object_has_exactly_one_field() => Rule.Rejects(
        """
        { a: at(place: { shopId: 1 }) { id } b: at(place: { shopId: 1, address: "x" }) { id } c: at(place:
          {}) { id } d: at(place: { address: null }) { id } }
        """,
        """
        Within OneOf Input Object type "Place", exactly one field must be specified, and the value for that field
          must be non-null. @ 1:51
        Within OneOf Input Object type "Place", exactly one field must be specified, and the value for that field
          must be non-null. @ 2:3
        Within OneOf Input Object type "Place", exactly one field must be specified, and the value for that field
          must be non-null. @ 2:27
        """);

    [Fact]
    public void A_custom_scalar_takes_any_literal() => Rule.Accepts(
        """
        query Q($x: Int) { a: at(when: 1) { id } b: at(when: { y: [1, "a", $x] }) { id } }
        """);

    [Fact]
    public void Defaults_of_variables_are_judged() => Rule.Rejects(
        """
        query Q($a: Int = "x", $b: ShiftFilter = { days: [true] }) { node { id } }
        """,
        """
        Int cannot represent non-integer value: "x" @ 1:19
        Expected value of type "ShiftFilter" to include required field "minHours", found: { days: [true] }. @
          1:42
        Int cannot represent non-integer value: true @ 1:51
        """);

    [Fact]
    public void Arguments_of_directives_are_judged() => Rule.Rejects(
        """
        { node { id @skip(if: "yes") @audit(level: null) } }
        """,
        """
        Boolean cannot represent a non boolean value: "yes" @ 1:23
        Expected value of non-null type "Int!" not to be null. @ 1:44
        """);

    [Fact]
    public void A_leaf_is_quoted_as_if_its_variables_had_no_values() => Rule.Rejects(
        """
        query Q($v: String) {
          person(name: { a: $v, b: [$v] }) { id }
          search(kinds: [{ a: $v }]) { id }
        }
        """,
        """
        String cannot represent a non string value: { b: [null] } @ 2:16
        Enum "ShiftKind" cannot represent non-enum value: {  }. @ 3:18
        """);

    [Fact]
    public void A_directive_that_nobody_defines_is_read_like_the_field_around_it() => Rule.Rejects(
        """
        { person { id } person @nope(name: 7, size: 1) { name @nope(name: 7) } }
        """,
        """
        String cannot represent a non string value: 7 @ 1:36
        """);
}
