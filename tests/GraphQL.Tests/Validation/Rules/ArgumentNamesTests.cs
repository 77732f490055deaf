namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>An argument is given only where the field or directive has it.</summary>
public sealed class ArgumentNamesTests
{
    private static readonly RuleUnderTest Rule = new("KnownArgumentNames");

    [Fact]
    public void Known_arguments_are_fine() => Rule.Accepts(
        """
        { shop(id: 1) { shifts(first: 2) @audit(level: 3) { id } } }
        """);

    [Fact]
    public void An_unknown_argument_of_a_field_is_refused() => Rule.Rejects(
        """
        { shop(id: 1, zipcode: 2) { id } }
        """,
        """
        Unknown argument "zipcode" on field "Query.shop". @ 1:15
        """);

    [Fact]
    public void A_near_name_is_suggested() => Rule.Rejects(
        """
        { shop(idd: 1) { shifts(fist: 2) { id } } }
        """,
        """
        Unknown argument "idd" on field "Query.shop". Did you mean "id"? @ 1:8
        Unknown argument "fist" on field "Shop.shifts". Did you mean "first"? @ 1:25
        """);

    [Fact]
    public void An_unknown_argument_of_a_directive_is_refused() => Rule.Rejects(
        """
        { node { id @skip(unless: true) @audit(levl: 2) } }
        """,
        """
        Unknown argument "unless" on directive "@skip". @ 1:19
        Unknown argument "levl" on directive "@audit". Did you mean "level"? @ 1:40
        """);

    [Fact]
    public void An_argument_of_an_unknown_field_is_not_judged() => Rule.Accepts(
        """
        { unknown(a: 1) @unknown(b: 2) }
        """);
}
