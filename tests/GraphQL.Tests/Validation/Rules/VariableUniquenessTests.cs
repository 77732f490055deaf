namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>An operation defines no variable twice.</summary>
public sealed class VariableUniquenessTests
{
    private static readonly RuleUnderTest Rule = new("UniqueVariableNames");

    [Fact]
    public void Each_operation_has_its_own_variables() => Rule.Accepts(
        """
        query A($a: Int, $b: Int) { node { id } }
        query B($a: Int) { node { id } }
        """);

    [Fact]
    public void A_variable_defined_twice_is_one_error() => Rule.Rejects(
        """
        query Q($a: Int, $a: String) { node { id } }
        """,
        """
        There can be only one variable named "$a". @ 1:10, 1:19
        """);

    [Fact]
    public void A_variable_defined_three_times_is_one_error_with_three_places() => Rule.Rejects(
        """
        query Q($a: Int, $b: Int, $a: String, $a: ID) { node { id } }
        """,
        """
        There can be only one variable named "$a". @ 1:10, 1:28, 1:40
        """);
}
