namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>No two fragments have the same name.</summary>
public sealed class FragmentNameUniquenessTests
{
    private static readonly RuleUnderTest Rule = new("UniqueFragmentNames");

    [Fact]
    public void Different_names_are_fine() => Rule.Accepts(
        """
        fragment A on Shop { id }
        fragment B on Shop { id }
        """);

    [Fact]
    public void Inline_fragments_have_no_name() => Rule.Accepts(
        """
        { node { ... on Shop { id } ... on Shop { name } } }
        """);

    [Fact]
    public void One_name_serves_one_fragment() => Rule.Rejects(
        """
        fragment A on Shop { id }
        fragment A on Person { id }
        """,
        """
        There can be only one fragment named "A". @ 1:10, 2:10
        """);

    [Fact]
    public void Each_repetition_is_told_with_the_first() => Rule.Rejects(
        """
        fragment A on Shop { id }
        fragment A on Shop { id }
        fragment A on Shop { id }
        """,
        """
        There can be only one fragment named "A". @ 1:10, 2:10
        There can be only one fragment named "A". @ 1:10, 3:10
        """);
}
