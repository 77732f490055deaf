using Jobs.GraphQL.Execution;

namespace Jobs.GraphQL.TypeSystem;

/// <summary>The scalars that every schema has without defining them.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Scalars.Built-in-Scalars</remarks>
public static class BuiltInScalars
{
    public static readonly ScalarType Int = Scalar("Int", BuiltInCoercions.Int, "A whole number between -2^31 and 2^31 - 1.");

    public static readonly ScalarType Float = Scalar(
        "Float", BuiltInCoercions.Float, "A double-precision number as IEEE 754 specifies it.");

    public static readonly ScalarType String = Scalar(
        "String", BuiltInCoercions.String, "Text: a sequence of Unicode characters.");

    public static readonly ScalarType Boolean = Scalar("Boolean", BuiltInCoercions.Boolean, "`true` or `false`.");

    public static readonly ScalarType ID = Scalar(
        "ID", BuiltInCoercions.ID,
        "A unique identifier, written as a string and not meant to be read by people. As input, a whole number is taken, too.");

    public static IReadOnlyList<ScalarType> All { get; } = [Int, Float, String, Boolean, ID];

    private static ScalarType Scalar(string name, ScalarCoercion coercion, string description) =>
        new(name, description) { Coercion = coercion };
}
