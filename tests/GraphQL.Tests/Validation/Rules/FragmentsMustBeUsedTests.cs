namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>Every fragment is reached from an operation.</summary>
public sealed class FragmentsMustBeUsedTests
{
    private static readonly RuleUnderTest Rule = new("NoUnusedFragments");

    [Fact]
    public void A_fragment_may_be_used_through_another() => Rule.Accepts(
        """
        { shop(id: 1) { boss { ...A } } }
        fragment A on Person { ...B }
        fragment B on Person { id }
        """);

    [Fact]
    public void An_unused_fragment_is_refused() => Rule.Rejects(
        """
        { node { id } }
        fragment A on Shop { id }
        """,
        """
        Fragment "A" is never used. @ 2:1
        """);

    [Fact]
    public void Being_used_by_an_unused_fragment_does_not_count() => Rule.Rejects(
        """
        { node { id } }
        fragment A on Shop { ...B }
        fragment B on Shop { id }
        """,
        """
        Fragment "A" is never used. @ 2:1
        Fragment "B" is never used. @ 3:1
        """);

    [Fact]
    public void Fragments_that_use_each_other_are_unused() => Rule.Rejects(
        """
        { node { id } }
        fragment A on Shop { ...B }
        fragment B on Shop { ...A }
        """,
        """
        Fragment "A" is never used. @ 2:1
        Fragment "B" is never used. @ 3:1
        """);
}
