namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>No argument is given twice.</summary>
public sealed class ArgumentUniquenessTests
{
    private static readonly RuleUnderTest Rule = new("UniqueArgumentNames");

    [Fact]
    public void Different_arguments_are_fine() => Rule.Accepts(
        """
        { person(id: 1, name: "A") { id } }
        """);

    [Fact]
    public void The_same_argument_on_two_fields_is_fine() => Rule.Accepts(
        """
        { a: shop(id: 1) { id } b: shop(id: 1) { id } }
        """);

    [Fact]
    public void An_argument_given_twice_is_one_error() => Rule.Rejects(
        """
        { shop(id: 1, id: 2) { id } }
        """,
        """
        There can be only one argument named "id". @ 1:8, 1:15
        """);

    [Fact]
    public void An_argument_given_three_times_is_one_error_with_three_places() => Rule.Rejects(
        """
        { shop(id: 1, id: 2, id: 3) { id } }
        """,
        """
        There can be only one argument named "id". @ 1:8, 1:15, 1:22
        """);

    [Fact]
    public void Directives_are_judged_too() => Rule.Rejects(
        """
        { node { id @audit(level: 1, level: 2) } }
        """,
        """
        There can be only one argument named "level". @ 1:20, 1:30
        """);
}
