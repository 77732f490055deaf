namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>No field of an input object literal is given twice.</summary>
public sealed class InputObjectFieldUniquenessTests
{
    private static readonly RuleUnderTest Rule = new("UniqueInputFieldNames");

    [Fact]
    public void Different_fields_are_fine() => Rule.Accepts(
        """
        { search(filter: { minHours: 1, kind: DAY }) { id } }
        """);

    [Fact]
    public void The_same_field_at_two_depths_is_fine() => Rule.Accepts(
        """
        { search(filter: { minHours: 1, and: { minHours: 1, and: { minHours: 1 } } }) { id } }
        """);

    [Fact]
    public void A_field_given_twice_is_refused() => Rule.Rejects(
        """
        { search(filter: { minHours: 1, minHours: 2 }) { id } }
        """,
        """
        There can be only one input field named "minHours". @ 1:20, 1:33
        """);

    [Fact]
    public void Each_repetition_is_told_with_the_first() => Rule.Rejects(
        """
        { search(filter: { minHours: 1, minHours: 2, minHours: 3 }) { id } }
        """,
        """
        There can be only one input field named "minHours". @ 1:20, 1:33
        There can be only one input field named "minHours". @ 1:20, 1:46
        """);

    [Fact]
    public void Objects_of_custom_scalars_are_judged_too() => Rule.Rejects(
        """
        { at(when: { y: { a: 1, a: 2 } }) { id } }
        """,
        """
        There can be only one input field named "a". @ 1:19, 1:25
        """);

    [Fact]
    public void So_it_is_in_a_definition_that_does_not_belong_into_the_document() => Rule.Rejects(
        """
        { node { id } }
        input Cow { at: Place = { address: "A", address: "B" } }
        """,
        """
        There can be only one input field named "address". @ 2:27, 2:41
        """);
}
