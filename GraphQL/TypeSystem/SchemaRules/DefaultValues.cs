using System.Globalization;
using Jobs.GraphQL.Validation;

namespace Jobs.GraphQL.TypeSystem.SchemaRules;

/// <summary>A default is a value of the type that it is a default for.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Field-Arguments</remarks>
internal static class DefaultValues
{
    public static void Check(GraphQLSchema schema, SdlErrors errors)
    {
        foreach (var (coordinate, argument) in schema.Arguments())
            Check(coordinate, argument, errors);
        foreach (var (coordinate, field) in schema.InputFields())
            Check(coordinate, field, errors);
    }

    private static void Check(string coordinate, InputValueDefinition value, SdlErrors errors)
    {
        // A type that is no input type has no values; MemberTypes reports it.
        if (value.DefaultValue is not { } literal || !value.Type.NamedType.IsInputType) return;
        var validation = new LiteralValidation(ValidationOptions.Default, error => errors.Report(
            $"{coordinate} has invalid default value{PathText(error.Path)}: {error.Message}", error.Node));
        validation.Validate(literal, value.Type);
    }

    private static string PathText(IReadOnlyList<object> path) => path.Count == 0 ? "" : " at " + string.Concat(path.Select(key =>
        key is int index ? $"[{index.ToString(CultureInfo.InvariantCulture)}]" : $".{key}"));
}
