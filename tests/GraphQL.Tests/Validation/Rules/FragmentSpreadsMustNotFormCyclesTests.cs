namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>No fragment contains itself, directly or through others.</summary>
public sealed class FragmentSpreadsMustNotFormCyclesTests
{
    private static readonly RuleUnderTest Rule = new("NoFragmentCycles");

    [Fact]
    public void Spreading_a_fragment_twice_is_no_cycle() => Rule.Accepts(
        """
        fragment A on Person { ...B ...B }
        fragment B on Person { id }
        """);

    [Fact]
    public void An_unknown_fragment_is_no_cycle() => Rule.Accepts(
        """
        fragment A on Person { ...Unknown }
        """);

    [Fact]
    public void A_fragment_in_itself_is_a_cycle() => Rule.Rejects(
        """
        fragment A on Person { friends { ...A } }
        """,
        """
        Cannot spread fragment "A" within itself. @ 1:34
        """);

    [Fact]
    public void A_cycle_through_others_is_told_once() => Rule.Rejects(
        """
        fragment A on Person { ...B }
        fragment B on Person { ...C }
        fragment C on Person { ...A }
        """,
        """
        Cannot spread fragment "A" within itself via "B", "C". @ 1:24, 2:24, 3:24
        """);

    [Fact]
    public void An_inline_fragment_does_not_hide_a_cycle() => Rule.Rejects(
        """
        fragment A on Person { ... on Person { ...A } }
        """,
        """
        Cannot spread fragment "A" within itself. @ 1:40
        """);

    [Fact]
    public void Two_cycles_through_one_fragment_are_two_errors() => Rule.Rejects(
        """
        fragment A on Person { ...B ...C }
        fragment B on Person { ...A }
        fragment C on Person { ...A }
        """,
        """
        Cannot spread fragment "A" within itself via "B". @ 1:24, 2:24
        Cannot spread fragment "A" within itself via "C". @ 1:29, 3:24
        """);

    [Fact]
    public void A_cycle_beside_the_way_in_is_found() => Rule.Rejects(
        """
        fragment A on Person { ...B }
        fragment B on Person { ...C }
        fragment C on Person { ...B ...C }
        """,
        """
        Cannot spread fragment "B" within itself via "C". @ 2:24, 3:24
        Cannot spread fragment "C" within itself. @ 3:29
        """);
}
