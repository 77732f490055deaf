using Jobs.GraphQL.Language;
using Jobs.GraphQL.Validation;

namespace Jobs.GraphQL.TypeSystem.SdlRules;

/// <summary>The arguments of built-in directives are values of the right type: the schema is built with them.</summary>
/// <remarks>
/// https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type. Those of other directives are left to whoever reads them,
/// as in the reference implementation: the specification does not say that a type system must check them.
/// </remarks>
internal static class BuiltInDirectiveArguments
{
    public static void Check(SdlDocument sdl, SdlErrors errors)
    {
        foreach (var directive in sdl.AppliedDirectives)
        {
            if (BuiltInDirectives.All.FirstOrDefault(definition => definition.Name == directive.Name.Value) is { } definition)
                Check(directive, definition, errors);
        }
    }

    private static void Check(DirectiveNode directive, DirectiveDefinition definition, SdlErrors errors)
    {
        foreach (var argument in directive.Arguments)
        {
            if (definition.Arguments.Find(argument.Name.Value) is not { } argumentDefinition) continue;
            var validation = new LiteralValidation(ValidationOptions.Default, error => errors.Report(
                $"Argument \"@{definition.Name}({argumentDefinition.Name}:)\" has invalid value: {error.Message}", error.Node));
            validation.Validate(argument.Value, argumentDefinition.Type);
        }
    }
}
