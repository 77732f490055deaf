namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>A scalar or enum field selects nothing; every other field selects something.</summary>
public sealed class LeafFieldSelectionsTests
{
    private static readonly RuleUnderTest Rule = new("ScalarLeafs");

    [Fact]
    public void A_scalar_selects_nothing_and_an_object_something() => Rule.Accepts(
        """
        { shop(id: 1) { name boss { age } } }
        """);

    [Fact]
    public void A_scalar_with_selections_is_refused() => Rule.Rejects(
        """
        { shop(id: 1) { name { length } } }
        """,
        """
        Field "name" must not have a selection since type "String" has no subfields. @ 1:22
        """);

    [Fact]
    public void An_enum_with_selections_is_refused() => Rule.Rejects(
        """
        { search { kind { name } } }
        """,
        """
        Field "kind" must not have a selection since type "ShiftKind" has no subfields. @ 1:17
        """);

    [Fact]
    public void An_object_without_selections_is_refused() => Rule.Rejects(
        """
        { shop(id: 1) }
        """,
        """
        Field "shop" of type "Shop" must have a selection of subfields. Did you mean "shop { ... }"? @ 1:3
        """);

    [Fact]
    public void A_list_of_objects_without_selections_is_refused() => Rule.Rejects(
        """
        { shop(id: 1) { shifts } }
        """,
        """
        Field "shifts" of type "[Shift!]!" must have a selection of subfields. Did you mean "shifts { ... }"? @
          1:17
        """);

    [Fact]
    public void A_union_without_selections_is_refused() => Rule.Rejects(
        """
        { owner }
        """,
        """
        Field "owner" of type "Owner" must have a selection of subfields. Did you mean "owner { ... }"? @ 1:3
        """);

    [Fact]
    public void An_unknown_field_is_not_judged() => Rule.Accepts(
        """
        { unknown }
        """);
}
