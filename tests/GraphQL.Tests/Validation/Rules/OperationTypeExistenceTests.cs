namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>The schema has a root type for each kind of operation in the document.</summary>
public sealed class OperationTypeExistenceTests
{
    private static readonly RuleUnderTest Rule = new("KnownOperationTypes");

    [Fact]
    public void A_query_and_a_subscription_exist() => Rule.Accepts(
        """
        query A { node { id } }
        subscription B { shopOpened { id } }
        """);

    [Fact]
    public void The_shorthand_is_a_query() => Rule.Accepts(
        """
        { node { id } }
        """);

    [Fact]
    public void A_schema_without_mutations_refuses_one() => Rule.Rejects(
        """
        mutation { hire }
        """,
        """
        The mutation operation is not supported by the schema. @ 1:1
        """);

    [Fact]
    public void Each_operation_is_told() => Rule.Rejects(
        """
        query A { node { id } }
        mutation B { hire }
        mutation C { fire }
        """,
        """
        The mutation operation is not supported by the schema. @ 2:1
        The mutation operation is not supported by the schema. @ 3:1
        """);
}
