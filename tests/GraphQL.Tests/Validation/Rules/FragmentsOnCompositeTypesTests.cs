namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>A fragment is on a type that has something to select.</summary>
public sealed class FragmentsOnCompositeTypesTests
{
    private static readonly RuleUnderTest Rule = new("FragmentsOnCompositeTypes");

    [Fact]
    public void Objects_interfaces_and_unions_are_fine() => Rule.Accepts(
        """
        fragment A on Shop { id }
        fragment B on Node { id }
        fragment C on Owner { ... on Shop { id } }
        """);

    [Fact]
    public void An_inline_fragment_needs_no_type() => Rule.Accepts(
        """
        fragment A on Shop { ... { id } }
        """);

    [Fact]
    public void A_scalar_is_refused() => Rule.Rejects(
        """
        fragment A on Int { bad }
        """,
        """
        Fragment "A" cannot condition on non composite type "Int". @ 1:15
        """);

    [Fact]
    public void An_enum_and_an_input_object_are_refused() => Rule.Rejects(
        """
        fragment A on ShiftKind { bad }
        fragment B on ShiftFilter { bad }
        """,
        """
        Fragment "A" cannot condition on non composite type "ShiftKind". @ 1:15
        Fragment "B" cannot condition on non composite type "ShiftFilter". @ 2:15
        """);

    [Fact]
    public void An_inline_fragment_is_refused_too() => Rule.Rejects(
        """
        { node { ... on Moment { bad } } }
        """,
        """
        Fragment cannot condition on non composite type "Moment". @ 1:17
        """);
}
