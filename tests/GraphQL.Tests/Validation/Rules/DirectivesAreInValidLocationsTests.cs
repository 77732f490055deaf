namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>A directive stands where its definition allows.</summary>
public sealed class DirectivesAreInValidLocationsTests
{
    private static readonly RuleUnderTest Rule = new("KnownDirectives");

    [Fact]
    public void Built_in_directives_stand_on_selections() => Rule.Accepts(
        """
        { node { id @skip(if: true) ... @skip(if: true) { ...F @include(if: true) } } }
        fragment F on Node { id }
        """);

    [Fact]
    public void A_directive_is_refused_where_it_is_not_defined_for() => Rule.Rejects(
        """
        query Q @once { node { ... @audit { ...F @need(key: 1) } } }
        fragment F on Node @skip(if: true) { id }
        """,
        """
        Directive "@once" may not be used on QUERY. @ 1:9
        Directive "@audit" may not be used on INLINE_FRAGMENT. @ 1:28
        Directive "@need" may not be used on FRAGMENT_SPREAD. @ 1:42
        Directive "@skip" may not be used on FRAGMENT_DEFINITION. @ 2:20
        """);

    [Fact]
    public void A_variable_definition_is_a_place_of_its_own() => Rule.Rejects(
        """
        query Q($a: Int @audit) { node { id } }
        """,
        """
        Directive "@audit" may not be used on VARIABLE_DEFINITION. @ 1:17
        """);

    [Fact]
    public void The_kinds_of_operations_differ() => Rule.Rejects(
        """
        subscription S @audit { shopOpened { id } }
        """,
        """
        Directive "@audit" may not be used on SUBSCRIPTION. @ 1:16
        """);

    [Fact]
    public void A_definition_that_does_not_belong_into_the_document_is_such_a_place() => Rule.Rejects(
        """
        { node { id } }
        enum Color @skip(if: true) { RED @once }
        """,
        """
        Directive "@skip" may not be used on ENUM. @ 2:12
        Directive "@once" may not be used on ENUM_VALUE. @ 2:34
        """);
}
