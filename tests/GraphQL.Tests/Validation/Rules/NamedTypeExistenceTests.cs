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

    [Fact]
    public void Types_that_do_not_belong_into_the_document_are_looked_at_too() => Rule.Rejects(
        """
        { node { id } }
        type Cow implements Nodes { id: ID! milk: Milk calf(by: Bull): Cow }
        extend union Owner = Cow | Goat
        """,
        """
        Unknown type "Nodes". Did you mean "Node" or "Named"? @ 2:21
        Unknown type "Milk". @ 2:43
        Unknown type "Bull". @ 2:57
        Unknown type "Goat". Did you mean "Float"? @ 3:28
        """);

    [Fact]
    public void What_they_define_is_known() => Rule.Accepts(
        """
        { node { ... on Cow { id } } }
        type Cow { id: ID! at: Float }
        """);

    [Fact]
    public void What_they_define_is_suggested() => Rule.Rejects(
        """
        { node { ... on Cowe { id } } }
        type Cow { id: ID! }
        """,
        """
        Unknown type "Cowe". Did you mean "Cow" or "Node"? @ 1:17
        """);
}
