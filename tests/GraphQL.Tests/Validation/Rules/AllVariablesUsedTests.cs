namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>An operation, or a fragment of it, uses each variable that it defines.</summary>
public sealed class AllVariablesUsedTests
{
    private static readonly RuleUnderTest Rule = new("NoUnusedVariables");

    [Fact]
    public void A_variable_may_be_used_in_a_fragment_only() => Rule.Accepts(
        """
        query Q($a: ID!) { ...F }
        fragment F on Query { shop(id: $a) { id } }
        """);

    [Fact]
    public void A_variable_may_be_used_in_a_directive_only() => Rule.Accepts(
        """
        query Q($a: Boolean!) { node { id @skip(if: $a) } }
        """);

    [Fact]
    public void An_unused_variable_is_refused() => Rule.Rejects(
        """
        query Q($a: ID, $b: ID) { person(id: $a) { id } }
        """,
        """
        Variable "$b" is never used in operation "Q". @ 1:17
        """);

    [Fact]
    public void An_anonymous_operation_is_not_named() => Rule.Rejects(
        """
        query ($a: ID) { node { id } }
        """,
        """
        Variable "$a" is never used. @ 1:8
        """);

    [Fact]
    public void Use_by_another_operation_does_not_count() => Rule.Rejects(
        """
        query A($a: ID) { node { id } }
        query B($a: ID) { person(id: $a) { id } }
        """,
        """
        Variable "$a" is never used in operation "A". @ 1:9
        """);
}
