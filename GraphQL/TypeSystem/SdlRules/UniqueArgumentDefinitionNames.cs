using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem.SdlRules;

/// <summary>A field or directive defines each argument once.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Field-Arguments</remarks>
internal static class UniqueArgumentDefinitionNames
{
    public static void Check(SdlDocument sdl, SdlErrors errors)
    {
        foreach (var definition in sdl.Definitions)
        {
            switch (definition)
            {
                case DirectiveDefinitionNode directive:
                    Check($"@{directive.Name.Value}", directive.Arguments, errors);
                    break;
                case ComplexTypeDefinitionNode type:
                    Check(type.Name, type.Fields, errors);
                    break;
                case ComplexTypeExtensionNode type:
                    Check(type.Name, type.Fields, errors);
                    break;
            }
        }
    }

    private static void Check(NameNode typeName, IReadOnlyList<FieldDefinitionNode> fields, SdlErrors errors)
    {
        foreach (var field in fields)
            Check($"{typeName.Value}.{field.Name.Value}", field.Arguments, errors);
    }

    private static void Check(string parent, IReadOnlyList<InputValueDefinitionNode> arguments, SdlErrors errors)
    {
        if (arguments.Count < 2) return;
        RepeatedNames.ReportTogether(
            arguments.Select(argument => argument.Name), errors,
            name => $"Argument \"{parent}({name}:)\" can only be defined once.");
    }
}
