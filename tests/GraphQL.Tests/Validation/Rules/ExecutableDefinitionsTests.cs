namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>A document to execute holds operations and fragments only.</summary>
public sealed class ExecutableDefinitionsTests
{
    private static readonly RuleUnderTest Rule = new("ExecutableDefinitions");

    [Fact]
    public void Operations_and_fragments_are_executable() => Rule.Accepts(
        """
        query Q { shop(id: 1) { ...S } }
        fragment S on Shop { name }
        """);

    [Fact]
    public void A_type_definition_is_not_executable() => Rule.Rejects(
        """
        { node { id } }
        type Cow { name: String }
        """,
        """
        The "Cow" definition is not executable. @ 2:1
        """);

    [Fact]
    public void A_type_extension_is_not_executable() => Rule.Rejects(
        """
        { node { id } }
        extend type Shop { color: String }
        """,
        """
        The "Shop" definition is not executable. @ 2:1
        """);

    [Fact]
    public void A_schema_definition_is_not_executable() => Rule.Rejects(
        """
        schema { query: Query }
        { node { id } }
        """,
        """
        The schema definition is not executable. @ 1:1
        """);

    [Fact]
    public void A_directive_definition_is_not_executable() => Rule.Rejects(
        """
        directive @x on FIELD
        { node { id } }
        """,
        """
        The "x" definition is not executable. @ 1:1
        """);
}
