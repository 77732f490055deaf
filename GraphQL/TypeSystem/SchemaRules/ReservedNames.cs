using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem.SchemaRules;

/// <summary>Names that begin with two underscores belong to introspection.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Names.Reserved-Names</remarks>
internal static class ReservedNames
{
    public static void Check(GraphQLSchema schema, SdlErrors errors)
    {
        foreach (var (name, node) in DefinedNames(schema))
        {
            if (name.StartsWith("__", StringComparison.Ordinal))
                errors.Report($"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.", node);
        }
    }

    private static IEnumerable<(string Name, SyntaxNode? Node)> DefinedNames(GraphQLSchema schema)
    {
        foreach (var directive in schema.Directives)
            yield return (directive.Name, directive.SyntaxNode);
        foreach (var (_, argument) in schema.Arguments())
            yield return (argument.Name, argument.SyntaxNode);
        foreach (var type in schema.DefinedTypes())
        {
            yield return (type.Name, type.SyntaxNode);
            var members = type switch
            {
                FieldsType fieldsType => fieldsType.Fields.Select(field => (field.Name, (SyntaxNode?)field.SyntaxNode)),
                EnumType enumType => enumType.Values.Select(value => (value.Name, (SyntaxNode?)value.SyntaxNode)),
                InputObjectType inputObject => inputObject.Fields.Select(field => (field.Name, (SyntaxNode?)field.SyntaxNode)),
                _ => [],
            };
            foreach (var member in members)
                yield return member;
        }
    }
}
