namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>A spread names a fragment of the document.</summary>
public sealed class FragmentSpreadTargetDefinedTests
{
    private static readonly RuleUnderTest Rule = new("KnownFragmentNames");

    [Fact]
    public void A_defined_fragment_is_fine() => Rule.Accepts(
        """
        { node { ...A } }
        fragment A on Node { id }
        """);

    [Fact]
    public void An_undefined_fragment_is_refused_wherever_it_is_spread() => Rule.Rejects(
        """
        { node { ...A ... { ...B } } }
        fragment A on Node { ...C }
        """,
        """
        Unknown fragment "B". @ 1:24
        Unknown fragment "C". @ 2:25
        """);

    [Fact]
    public void The_name_alone_is_the_place() => Rule.Rejects(
        """
        { node { ...Missing @skip(if: true) } }
        """,
        """
        Unknown fragment "Missing". @ 1:13
        """);
}
