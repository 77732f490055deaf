namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>An operation defines the variables that it and its fragments use.</summary>
public sealed class AllVariableUsesDefinedTests
{
    private static readonly RuleUnderTest Rule = new("NoUndefinedVariables");

    [Fact]
    public void A_defined_variable_is_fine_anywhere() => Rule.Accepts(
        """
        query Q($a: ID!) { shop(id: $a) { ...S } }
        fragment S on Shop { name @need(key: $a) }
        """);

    [Fact]
    public void An_undefined_variable_is_refused() => Rule.Rejects(
        """
        query Q { shop(id: $a) { id } }
        """,
        """
        Variable "$a" is not defined by operation "Q". @ 1:20, 1:1
        """);

    [Fact]
    public void An_anonymous_operation_is_not_named() => Rule.Rejects(
        """
        { shop(id: $a) { id } }
        """,
        """
        Variable "$a" is not defined. @ 1:12, 1:1
        """);

    [Fact]
    public void A_use_in_a_fragment_counts_for_each_operation() => Rule.Rejects(
        """
        query A($a: ID) { ...F }
        query B { ...F }
        query C { ...F }
        fragment F on Query { person(id: $a) { id } }
        """,
        """
        Variable "$a" is not defined by operation "B". @ 4:34, 2:1
        Variable "$a" is not defined by operation "C". @ 4:34, 3:1
        """);

    [Fact]
    public void A_use_inside_lists_and_objects_counts() => Rule.Rejects(
        """
        query Q($a: Int) { search(filter: { minHours: $x, days: [$a, $y] }) { id } }
        """,
        """
        Variable "$x" is not defined by operation "Q". @ 1:47, 1:1
        Variable "$y" is not defined by operation "Q". @ 1:62, 1:1
        """);

    [Fact]
    public void A_fragment_that_no_operation_uses_is_not_judged() => Rule.Accepts(
        """
        { node { id } }
        fragment F on Query { shop(id: $a) { id } }
        """);

    [Fact]
    public void Fragments_in_a_cycle_are_visited_once() => Rule.Rejects(
        """
        query Q { ...A }
        fragment A on Query { ...B shop(id: $a) { id } }
        fragment B on Query { ...A }
        """,
        """
        Variable "$a" is not defined by operation "Q". @ 2:37, 1:1
        """);
}
