using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem;

/// <summary>The directives that every schema has without defining them.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Type-System.Directives.Built-in-Directives</remarks>
public static class BuiltInDirectives
{
    /// <summary>The reason of <c>@deprecated</c> when none is written.</summary>
    public const string DefaultDeprecationReason = "No longer supported";

    private static readonly string[] SelectionLocations =
        [DirectiveLocations.Field, DirectiveLocations.FragmentSpread, DirectiveLocations.InlineFragment];

    public static readonly DirectiveDefinition Skip = new(
        "skip", "Leaves the field or fragment out if the argument is true.",
        Argument("if", "Left out when true.", BuiltInScalars.Boolean), SelectionLocations, isRepeatable: false);

    public static readonly DirectiveDefinition Include = new(
        "include", "Takes the field or fragment in only if the argument is true.",
        Argument("if", "Taken in when true.", BuiltInScalars.Boolean), SelectionLocations, isRepeatable: false);

    public static readonly DirectiveDefinition Deprecated = new(
        "deprecated", "Marks an element of the schema that should not be used any more.",
        Argument("reason", "Why, and what to use instead, in Markdown.", BuiltInScalars.String, DefaultDeprecationReason),
        [
            DirectiveLocations.FieldDefinition, DirectiveLocations.ArgumentDefinition, DirectiveLocations.InputFieldDefinition,
            DirectiveLocations.EnumValue,
        ],
        isRepeatable: false);

    public static readonly DirectiveDefinition SpecifiedBy = new(
        "specifiedBy", "Names the document that says how a scalar behaves.",
        Argument("url", "The address of the document.", BuiltInScalars.String), [DirectiveLocations.Scalar], isRepeatable: false);

    public static readonly DirectiveDefinition OneOf = new(
        "oneOf", "Exactly one field of the input object must be given, and it must not be null.",
        InputValueDefinitions.Empty, [DirectiveLocations.InputObject], isRepeatable: false);

    public static IReadOnlyList<DirectiveDefinition> All { get; } = [Skip, Include, Deprecated, SpecifiedBy, OneOf];

    private static InputValueDefinitions Argument(
        string name, string description, ScalarType type, string? defaultValue = null) =>
        new([new InputValueDefinition(
            name, description, new NonNullType(type),
            defaultValue is null ? null : new StringValueNode(Source.None, 0, 0, defaultValue, isBlock: false))]);
}
