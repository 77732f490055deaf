namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>An operation without a name is the only operation.</summary>
public sealed class LoneAnonymousOperationTests
{
    private static readonly RuleUnderTest Rule = new("LoneAnonymousOperation");

    [Fact]
    public void One_anonymous_operation_is_fine() => Rule.Accepts(
        """
        { node { id } }
        """);

    [Fact]
    public void Fragments_beside_it_are_fine() => Rule.Accepts(
        """
        { node { ...N } }
        fragment N on Node { id }
        """);

    [Fact]
    public void Several_named_operations_are_fine() => Rule.Accepts(
        """
        query A { node { id } }
        query B { node { id } }
        """);

    [Fact]
    public void Two_anonymous_operations_are_two_errors() => Rule.Rejects(
        """
        { node { id } }
        { node { id } }
        """,
        """
        This anonymous operation must be the only defined operation. @ 1:1
        This anonymous operation must be the only defined operation. @ 2:1
        """);

    [Fact]
    public void A_named_operation_beside_it_is_one_error() => Rule.Rejects(
        """
        { node { id } }
        subscription S { shopOpened { id } }
        """,
        """
        This anonymous operation must be the only defined operation. @ 1:1
        """);
}
