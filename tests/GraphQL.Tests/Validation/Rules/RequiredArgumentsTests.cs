namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>A non-null argument without a default is given.</summary>
public sealed class RequiredArgumentsTests
{
    private static readonly RuleUnderTest Rule = new("ProvidedRequiredArguments");

    [Fact]
    public void A_required_argument_is_given() => Rule.Accepts(
        """
        { shop(id: 1) { id @need(key: 2) } }
        """);

    [Fact]
    public void A_nullable_argument_may_be_left_out() => Rule.Accepts(
        """
        { person { id } }
        """);

    [Fact]
    public void A_non_null_argument_with_a_default_may_be_left_out() => Rule.Accepts(
        """
        { search { id @audit } }
        """);

    [Fact]
    public void A_missing_argument_is_refused() => Rule.Rejects(
        """
        { shop { id } }
        """,
        """
        Argument "Query.shop(id:)" of type "ID!" is required, but it was not provided. @ 1:3
        """);

    [Fact]
    public void A_missing_argument_of_a_directive_is_refused() => Rule.Rejects(
        """
        { node { id @need @skip } }
        """,
        """
        Argument "@need(key:)" of type "ID!" is required, but it was not provided. @ 1:13
        Argument "@skip(if:)" of type "Boolean!" is required, but it was not provided. @ 1:19
        """);

    [Fact]
    public void An_unknown_field_is_not_judged() => Rule.Accepts(
        """
        { unknown }
        """);
}
