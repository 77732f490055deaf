namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>A directive that is not repeatable stands once at a node.</summary>
public sealed class DirectivesAreUniquePerLocationTests
{
    private static readonly RuleUnderTest Rule = new("UniqueDirectivesPerLocation");

    [Fact]
    public void Different_directives_are_fine() => Rule.Accepts(
        """
        { node { id @once @need(key: 1) } }
        """);

    [Fact]
    public void The_same_directive_at_two_places_is_fine() => Rule.Accepts(
        """
        { node { id @once } named { id @once } }
        """);

    [Fact]
    public void A_repeatable_directive_may_be_repeated() => Rule.Accepts(
        """
        { node { id @audit @audit } }
        """);

    [Fact]
    public void A_repetition_is_refused() => Rule.Rejects(
        """
        { node { id @once @once } }
        """,
        """
        The directive "@once" can only be used once at this location. @ 1:13, 1:19
        """);

    [Fact]
    public void Each_repetition_is_told_with_the_first() => Rule.Rejects(
        """
        { node { id @once @once @once @need(key: 1) @need(key: 2) } }
        """,
        """
        The directive "@once" can only be used once at this location. @ 1:13, 1:19
        The directive "@once" can only be used once at this location. @ 1:13, 1:25
        The directive "@need" can only be used once at this location. @ 1:31, 1:45
        """);

    [Fact]
    public void An_undefined_directive_is_not_judged() => Rule.Accepts(
        """
        { node { id @nope @nope } }
        """);
}
