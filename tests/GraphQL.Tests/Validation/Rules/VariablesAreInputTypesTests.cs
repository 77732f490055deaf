namespace Jobs.GraphQL.Tests.Validation.Rules;

/// <summary>A variable has a type that input can have.</summary>
public sealed class VariablesAreInputTypesTests
{
    private static readonly RuleUnderTest Rule = new("VariablesAreInputTypes");

    [Fact]
    public void Scalars_enums_and_input_objects_are_input() => Rule.Accepts(
        """
        query Q($a: Int!, $b: [ShiftKind!], $c: ShiftFilter, $d: Moment) { node { id } }
        """);

    [Fact]
    public void Objects_interfaces_and_unions_are_not() => Rule.Rejects(
        """
        query Q($a: Shop, $b: [Node!]!, $c: Owner!) { node { id } }
        """,
        """
        Variable "$a" cannot be non-input type "Shop". @ 1:13
        Variable "$b" cannot be non-input type "[Node!]!". @ 1:23
        Variable "$c" cannot be non-input type "Owner!". @ 1:37
        """);

    [Fact]
    public void An_unknown_type_is_not_judged() => Rule.Accepts(
        """
        query Q($a: Nope) { node { id } }
        """);
}
