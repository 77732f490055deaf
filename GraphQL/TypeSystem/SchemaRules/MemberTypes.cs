using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem.SchemaRules;

/// <summary>Fields have output types; arguments and input fields have input types.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Input-and-Output-Types</remarks>
internal static class MemberTypes
{
    public static void Check(GraphQLSchema schema, SdlErrors errors)
    {
        foreach (var type in schema.DefinedTypes().OfType<FieldsType>())
        {
            foreach (var field in type.Fields.Where(field => !field.Type.NamedType.IsOutputType))
            {
                errors.Report(
                    $"The type of {type}.{field.Name} must be Output Type but got: {field.Type}.", field.SyntaxNode?.Type);
            }
        }

        foreach (var (coordinate, argument) in schema.Arguments())
        {
            var isOfDirective = coordinate.StartsWith('@');
            CheckInput(coordinate, argument, isOfDirective ? argument.SyntaxNode : argument.SyntaxNode?.Type, errors);
        }

        foreach (var (coordinate, field) in schema.InputFields())
            CheckInput(coordinate, field, field.SyntaxNode?.Type, errors);
    }

    private static void CheckInput(string coordinate, InputValueDefinition value, SyntaxNode? node, SdlErrors errors)
    {
        if (!value.Type.NamedType.IsInputType)
            errors.Report($"The type of {coordinate} must be Input Type but got: {value.Type}.", node);
    }
}
