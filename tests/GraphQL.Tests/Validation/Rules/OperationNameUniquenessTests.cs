namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>No two operations have the same name.</summary>
public sealed class OperationNameUniquenessTests
{
    private static readonly RuleUnderTest Rule = new("UniqueOperationNames");

    [Fact]
    public void Different_names_are_fine() => Rule.Accepts(
        """
        query A { node { id } }
        query B { node { id } }
        """);

    [Fact]
    public void A_fragment_may_have_the_name_of_an_operation() => Rule.Accepts(
        """
        query A { node { ...A } }
        fragment A on Node { id }
        """);

    [Fact]
    public void One_name_serves_one_operation() => Rule.Rejects(
        """
        query A { node { id } }
        query A { node { id } }
        """,
        """
        There can be only one operation named "A". @ 1:7, 2:7
        """);

    [Fact]
    public void The_kind_of_operation_makes_no_difference() => Rule.Rejects(
        """
        query A { node { id } }
        subscription A { shopOpened { id } }
        """,
        """
        There can be only one operation named "A". @ 1:7, 2:14
        """);

    [Fact]
    public void Each_repetition_is_told_with_the_first() => Rule.Rejects(
        """
        query A { node { id } }
        query A { node { id } }
        query A { node { id } }
        """,
        """
        There can be only one operation named "A". @ 1:7, 2:7
        There can be only one operation named "A". @ 1:7, 3:7
        """);
}
