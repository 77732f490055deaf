namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>A fragment is spread only where its type can occur.</summary>
public sealed class FragmentSpreadIsPossibleTests
{
    private static readonly RuleUnderTest Rule = new("PossibleFragmentSpreads");

    [Fact]
    public void An_object_fits_itself_its_interfaces_and_unions() => Rule.Accepts(
        """
        { shop(id: 1) { ... on Shop { id } ... on Node { id } ... on Owner { __typename } } }
        """);

    [Fact]
    public void Interfaces_that_share_an_object_fit() => Rule.Accepts(
        """
        { node { ... on Named { id } } owner { ... on Named { id } } }
        """);

    [Fact]
    public void Two_objects_never_fit() => Rule.Rejects(
        """
        { shop(id: 1) { ... on Person { id } ...P } }
        fragment P on Person { id }
        """,
        """
        Fragment cannot be spread here as objects of type "Shop" can never be of type "Person". @ 1:17
        Fragment "P" cannot be spread here as objects of type "Shop" can never be of type "Person". @ 1:38
        """);

    [Fact]
    public void An_object_outside_a_union_never_fits() => Rule.Rejects(
        """
        { owner { ... on Shift { id } } }
        """,
        """
        Fragment cannot be spread here as objects of type "Owner" can never be of type "Shift". @ 1:11
        """);

    [Fact]
    public void An_interface_that_an_object_does_not_implement_never_fits() => Rule.Rejects(
        """
        { search { ... on Named { id } } }
        """,
        """
        Fragment cannot be spread here as objects of type "Shift" can never be of type "Named". @ 1:12
        """);

    [Fact]
    public void Unknown_and_leaf_types_are_not_judged() => Rule.Accepts(
        """
        { shop(id: 1) { ... on Nope { id } ... on Moment { id } ...Missing } }
        """);
}
