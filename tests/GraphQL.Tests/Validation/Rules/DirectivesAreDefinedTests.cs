namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>The schema defines every directive that is used.</summary>
public sealed class DirectivesAreDefinedTests
{
    private static readonly RuleUnderTest Rule = new("KnownDirectives");

    [Fact]
    public void Defined_directives_at_their_places_are_fine() => Rule.Accepts(
        """
        query Q($a: Int @once) @audit { node { id @skip(if: true) ...F @include(if: true) } }
        fragment F on Node @once { id }
        """);

    [Fact]
    public void An_undefined_directive_is_refused() => Rule.Rejects(
        """
        { node { id @nope } }
        """,
        """
        Unknown directive "@nope". @ 1:13
        """);

    [Fact]
    public void It_is_refused_at_every_kind_of_place() => Rule.Rejects(
        """
        query Q($a: Int @nope) @nope { node { ... @nope { ...F @nope } } }
        fragment F on Node @nope { id }
        """,
        """
        Unknown directive "@nope". @ 1:17
        Unknown directive "@nope". @ 1:24
        Unknown directive "@nope". @ 1:43
        Unknown directive "@nope". @ 1:56
        Unknown directive "@nope". @ 2:20
        """);

    [Fact]
    public void So_it_is_at_definitions_that_do_not_belong_into_the_document() => Rule.Rejects(
        """
        { node { id } }
        extend scalar Moment @nope
        type Cow { name(in: ID @nope): String @nope }
        """,
        """
        Unknown directive "@nope". @ 2:22
        Unknown directive "@nope". @ 3:24
        Unknown directive "@nope". @ 3:39
        """);

    [Fact]
    public void A_directive_that_the_document_defines_is_known() => Rule.Accepts(
        """
        { node { id @own } }
        directive @own on FIELD
        """);
}
