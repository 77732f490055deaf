namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>Fields that meet under one response name ask for the same, or can at least have results of the same shape.</summary>
public sealed class FieldSelectionMergingTests
{
    private static readonly RuleUnderTest Rule = new("OverlappingFieldsCanBeMerged");

    [Fact]
    public void The_same_field_may_be_selected_twice() => Rule.Accepts(
        """
        { shop(id: 1) { name name } shop(id: 1) { name } }
        """);

    [Fact]
    public void Different_aliases_keep_different_fields_apart() => Rule.Accepts(
        """
        { shop(id: 1) { a: name b: open } }
        """);

    [Fact]
    public void Different_fields_do_not_share_a_name() => Rule.Rejects(
        """
        { shop(id: 1) { x: name x: open } }
        """,
        """
        Fields "x" conflict because "name" and "open" are different fields. Use different aliases on the fields
          to fetch both if this was intentional. @ 1:17, 1:25
        """);

    [Fact]
    public void An_alias_must_not_hide_a_field() => Rule.Rejects(
        """
        { shop(id: 1) { name: open name } }
        """,
        """
        Fields "name" conflict because "open" and "name" are different fields. Use different aliases on the
          fields to fetch both if this was intentional. @ 1:17, 1:28
        """);

    [Fact]
    public void Different_arguments_do_not_share_a_name() => Rule.Rejects(
        """
        { shop(id: 1) { shifts(first: 1) { id } shifts(first: 2) { id } shifts { id } } }
        """,
        """
        Fields "shifts" conflict because they have differing arguments. Use different aliases on the fields to
          fetch both if this was intentional. @ 1:17, 1:41
        Fields "shifts" conflict because they have differing arguments. Use different aliases on the fields to
          fetch both if this was intentional. @ 1:17, 1:65
        Fields "shifts" conflict because they have differing arguments. Use different aliases on the fields to
          fetch both if this was intentional. @ 1:41, 1:65
        """);

    [Fact]
    public void The_order_of_arguments_and_input_fields_is_free() => Rule.Accepts(
        """
        { person(id: 1, name: "A") { id } person(name: "A", id: 1) { id } search(filter: { minHours: 1,
          kind: DAY }) { id } search(filter: { kind: DAY, minHours: 1 }) { id } }
        """);

    [Fact]
    public void Objects_that_never_meet_may_select_different_fields() => Rule.Accepts(
        """
        { owner { ... on Shop { x: name } ... on Person { x: name } ... on Shop { y: id } ... on Person { y:
          id } } node { ... on Shop { z: name } ... on Person { z: name @skip(if: true) } } }
        """);

    [Fact]
    public void Objects_that_never_meet_still_have_the_same_shape() => Rule.Rejects(
        """
        { owner { ... on Shop { x: name } ... on Person { x: age } } }
        """,
        """
        Fields "x" conflict because they return conflicting types "String" and "Int". Use different aliases on
          the fields to fetch both if this was intentional. @ 1:25, 1:51
        """);

    [Fact]
    public void Lists_and_nulls_are_part_of_the_shape() => Rule.Rejects(
        """
        { node { ... on Shop { x: id } ... on Person { x: name } ... on Shift { y: shop { id } } ... on
          Person { y: friends { id } } } }
        """,
        """
        Fields "x" conflict because they return conflicting types "ID!" and "String". Use different aliases on
          the fields to fetch both if this was intentional. @ 1:24, 1:48
        Fields "y" conflict because they return conflicting types "Shop" and "[Person!]". Use different aliases
          on the fields to fetch both if this was intentional. @ 1:73, 2:12
        """);

    [Fact]
    public void Shapes_differ_inside_objects_that_never_meet() => Rule.Rejects(
        """
        { owner { ... on Shop { who: boss { x: age } } ... on Person { who: shop { x: name } } } }
        """,
        """
        Fields "who" conflict because subfields "x" conflict because they return conflicting types "Int" and
          "String". Use different aliases on the fields to fetch both if this was intentional. @ 1:25, 1:37,
          1:64, 1:76
        """);

    [Fact]
    public void An_interface_meets_its_objects() => Rule.Rejects(
        """
        { named { x: name ... on Shop { x: id } } }
        """,
        """
        Fields "x" conflict because "name" and "id" are different fields. Use different aliases on the fields to
          fetch both if this was intentional. @ 1:11, 1:33
        """);

    [Fact]
    public void A_conflict_inside_is_told_from_outside() => Rule.Rejects(
        """
        { shop(id: 1) { boss { x: name } } shop(id: 1) { boss { x: id } } }
        """,
        """
        Fields "shop" conflict because subfields "boss" conflict because subfields "x" conflict because "name"
          and "id" are different fields. Use different aliases on the fields to fetch both if this was
          intentional. @ 1:3, 1:17, 1:24, 1:36, 1:50, 1:57
        """);

    [Fact]
    public void Several_conflicts_inside_are_one_error() => Rule.Rejects(
        """
        { shop(id: 1) { x: name y: open } shop(id: 1) { x: open y: name } }
        """,
        """
        Fields "shop" conflict because subfields "x" conflict because "name" and "open" are different fields and
          subfields "y" conflict because "open" and "name" are different fields. Use different aliases on the
          fields to fetch both if this was intentional. @ 1:3, 1:17, 1:25, 1:35, 1:49, 1:57
        """);

    [Fact]
    public void A_conflict_through_fragments_is_found() => Rule.Rejects(
        """
        { shop(id: 1) { ...A ...B } }
        fragment A on Shop { x: name }
        fragment B on Shop { x: open }
        """,
        """
        Fields "x" conflict because "name" and "open" are different fields. Use different aliases on the fields
          to fetch both if this was intentional. @ 2:22, 3:22
        """);

    [Fact]
    public void A_conflict_between_a_field_and_a_nested_fragment_is_found() => Rule.Rejects(
        """
        { shop(id: 1) { x: name ...A } }
        fragment A on Shop { ...B }
        fragment B on Shop { x: open }
        """,
        """
        Fields "x" conflict because "name" and "open" are different fields. Use different aliases on the fields
          to fetch both if this was intentional. @ 1:17, 3:22
        """);

    [Fact]
    public void A_fragment_without_an_operation_is_judged() => Rule.Rejects(
        """
        fragment A on Shop { x: name x: open }
        """,
        """
        Fields "x" conflict because "name" and "open" are different fields. Use different aliases on the fields
          to fetch both if this was intentional. @ 1:22, 1:30
        """);

    [Fact]
    public void Fragments_in_a_cycle_are_compared_once() => Rule.Rejects(
        """
        { shop(id: 1) { ...A } }
        fragment A on Shop { x: name ...B }
        fragment B on Shop { x: open ...A }
        """,
        """
        Fields "x" conflict because "name" and "open" are different fields. Use different aliases on the fields
          to fetch both if this was intentional. @ 2:22, 3:22
        Fields "x" conflict because "open" and "name" are different fields. Use different aliases on the fields
          to fetch both if this was intentional. @ 3:22, 2:22
        """);

    [Fact]
    public void Unknown_fields_and_types_do_not_stop_the_comparison() => Rule.Rejects(
        """
        { unknown { x: a x: b } ... on Nope { y: a y: b } ...Missing }
        """,
        """
        Fields "y" conflict because "a" and "b" are different fields. Use different aliases on the fields to
          fetch both if this was intentional. @ 1:39, 1:44
        Fields "x" conflict because "a" and "b" are different fields. Use different aliases on the fields to
          fetch both if this was intentional. @ 1:13, 1:18
        """);

    [Fact]
    public void Each_conflicting_pair_is_an_error() => Rule.Rejects(
        """
        { shop(id: 1) { x: name x: open x: id } }
        """,
        """
        Fields "x" conflict because "name" and "open" are different fields. Use different aliases on the fields
          to fetch both if this was intentional. @ 1:17, 1:25
        Fields "x" conflict because "name" and "id" are different fields. Use different aliases on the fields to
          fetch both if this was intentional. @ 1:17, 1:33
        Fields "x" conflict because "open" and "id" are different fields. Use different aliases on the fields to
          fetch both if this was intentional. @ 1:25, 1:33
        """);
}
