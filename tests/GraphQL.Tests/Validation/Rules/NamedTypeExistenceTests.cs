namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>The types that fragments and variables name exist.</summary>
public sealed class NamedTypeExistenceTests
{
    private static readonly RuleUnderTest Rule = new("KnownTypeNames");

    [Fact]
    public void Known_types_are_fine() => Rule.Accepts(
        """
        query Q($id: [ID!]!) { node { ... on Shop { ...S } } }
        fragment S on Shop { id }
        """);

    [Fact]
    public void An_unknown_type_of_a_variable_is_refused() => Rule.Rejects(
        """
        query Q($a: Nope!) { node { id } }
        """,
        """
        Unknown type "Nope". Did you mean "Node"? @ 1:13
        """);

    [Fact]
    public void Unknown_types_of_fragments_are_refused() => Rule.Rejects(
        """
        { node { ... on Nope { id } } }
        fragment F on Nada { id }
        """,
        """
        Unknown type "Nope". Did you mean "Node"? @ 1:17
        Unknown type "Nada". Did you mean "Node"? @ 2:15
        """);

    [Fact]
    public void A_near_name_is_suggested() => Rule.Rejects(
        """
        { node { ... on Shopp { id } } }
        """,
        """
        Unknown type "Shopp". Did you mean "Shop" or "Shift"? @ 1:17
        """);

    [Fact]
    public void Introspection_types_are_known() => Rule.Accepts(
        """
        fragment T on __Type { name }
        """);
}
