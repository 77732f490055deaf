namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>A subscription selects one field, unconditionally, and it is not a meta-field.</summary>
public sealed class SingleRootFieldTests
{
    private static readonly RuleUnderTest Rule = new("SingleFieldSubscriptions");

    [Fact]
    public void One_field_is_fine() => Rule.Accepts(
        """
        subscription S { shopOpened { id name } }
        """);

    [Fact]
    public void The_same_field_twice_is_one_field() => Rule.Accepts(
        """
        subscription S { shopOpened { id } ...F }
        fragment F on Subscription { shopOpened { name } }
        """);

    [Fact]
    public void Two_fields_are_refused() => Rule.Rejects(
        """
        subscription S { shopOpened { id } hired { id } }
        """,
        """
        Subscription "S" must select only one top level field. @ 1:36
        """);

    [Fact]
    public void Fields_of_fragments_count() => Rule.Rejects(
        """
        subscription S { shopOpened { id } ...F }
        fragment F on Subscription { ... { hired { id } other: shopOpened { id } } }
        """,
        """
        Subscription "S" must select only one top level field. @ 2:36, 2:49
        """);

    [Fact]
    public void A_meta_field_is_refused() => Rule.Rejects(
        """
        subscription { __typename }
        """,
        """
        Anonymous Subscription must not select an introspection top level field. @ 1:16
        """);

    [Fact]
    public void A_condition_at_the_root_is_refused() => Rule.Rejects(
        """
        subscription S($on: Boolean!) { shopOpened @include(if: $on) { id } ...F @skip(if: $on) }
        fragment F on Subscription { hired { id } }
        """,
        """
        Subscription "S" must not use `@skip` or `@include` directives in the top level selection. @ 1:44, 1:74
        """);

    [Fact]
    public void A_condition_further_in_is_fine() => Rule.Accepts(
        """
        subscription S($on: Boolean!) { shopOpened { id @skip(if: $on) } }
        """);

    [Fact]
    public void Fragments_that_contain_each_other_select_nothing() => Rule.Rejects(
        """
        subscription S { ...A }
        fragment A on Subscription { ...B }
        fragment B on Subscription { ...A }
        """,
        """
        Subscription "S" must select one top level field. @ 1:16
        """);

    [Fact]
    public void A_query_may_select_many_fields() => Rule.Accepts(
        """
        query Q { node { id } named { id } }
        """);
}
