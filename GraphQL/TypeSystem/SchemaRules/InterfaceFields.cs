namespace Jobs.GraphQL.TypeSystem.SchemaRules;

/// <summary>The fields of a type keep what one interface promises: type, arguments, and not to be deprecated.</summary>
/// <remarks>https://spec.graphql.org/September2025/#IsValidImplementation()</remarks>
internal static class InterfaceFields
{
    public static void Check(FieldsType type, InterfaceType @interface, SdlErrors errors)
    {
        foreach (var promised in @interface.Fields)
        {
            if (type.Fields.Find(promised.Name) is not { } field)
            {
                errors.Report(
                    $"Interface field {@interface}.{promised.Name} expected but {type} does not provide it.",
                    type.Nodes().Prepend(promised.SyntaxNode));
                continue;
            }

            if (!field.Type.IsSubtypeOf(promised.Type))
            {
                errors.Report(
                    $"Interface field {@interface}.{promised.Name} expects type {promised.Type} " +
                    $"but {type}.{field.Name} is type {field.Type}.",
                    promised.SyntaxNode?.Type, field.SyntaxNode?.Type);
            }

            CheckArguments($"{@interface}.{promised.Name}", promised, $"{type}.{field.Name}", field, errors);
            if (field.DeprecationReason is not null && promised.DeprecationReason is null)
            {
                errors.Report(
                    $"Interface field {@interface}.{promised.Name} is not deprecated, " +
                    $"so implementation field {type}.{field.Name} must not be deprecated.",
                    field.DeprecatedNode(), field.SyntaxNode?.Type);
            }
        }
    }

    private static void CheckArguments(
        string promisedCoordinate, FieldDefinition promised, string coordinate, FieldDefinition field, SdlErrors errors)
    {
        foreach (var expected in promised.Arguments)
        {
            if (field.Arguments.Find(expected.Name) is not { } argument)
            {
                errors.Report(
                    $"Interface field argument {promisedCoordinate}({expected.Name}:) expected " +
                    $"but {coordinate} does not provide it.",
                    expected.SyntaxNode, field.SyntaxNode);
            }
            else if (!expected.Type.IsSameAs(argument.Type))
            {
                errors.Report(
                    $"Interface field argument {promisedCoordinate}({expected.Name}:) expects type {expected.Type} " +
                    $"but {coordinate}({argument.Name}:) is type {argument.Type}.",
                    expected.SyntaxNode?.Type, argument.SyntaxNode?.Type);
            }
        }

        foreach (var additional in field.Arguments.Where(argument => argument.IsRequired))
        {
            if (promised.Arguments.Find(additional.Name) is not null) continue;
            errors.Report(
                $"Argument \"{coordinate}({additional.Name}:)\" must not be required type \"{additional.Type}\" " +
                $"if not provided by the Interface field \"{promisedCoordinate}\".",
                additional.SyntaxNode, promised.SyntaxNode);
        }
    }
}
