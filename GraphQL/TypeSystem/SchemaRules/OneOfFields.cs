namespace Jobs.GraphQL.TypeSystem.SchemaRules;

/// <summary>The fields of a <c>@oneOf</c> input object are nullable and have no defaults.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-OneOf-Input-Objects</remarks>
internal static class OneOfFields
{
    public static void Check(GraphQLSchema schema, SdlErrors errors)
    {
        foreach (var type in schema.DefinedTypes().OfType<InputObjectType>().Where(type => type.IsOneOf))
        {
            foreach (var field in type.Fields)
            {
                if (field.Type.IsNonNull)
                    errors.Report($"OneOf input field {type}.{field.Name} must be nullable.", field.SyntaxNode?.Type);
                if (field.DefaultValue is not null)
                    errors.Report($"OneOf input field {type}.{field.Name} cannot have a default value.", field.SyntaxNode);
            }
        }
    }
}
