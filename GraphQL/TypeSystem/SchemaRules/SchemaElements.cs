using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem.SchemaRules;

/// <summary>The parts of a schema as the rules go through them: what the SDL defines, with what is built in left out.</summary>
internal static class SchemaElements
{
    public static IEnumerable<TypeDefinition> DefinedTypes(this GraphQLSchema schema) =>
        schema.Types.Where(type => type.SyntaxNode is not null);

    /// <summary>All arguments of fields and directives, with their schema coordinates.</summary>
    public static IEnumerable<(string Coordinate, InputValueDefinition Argument)> Arguments(this GraphQLSchema schema)
    {
        foreach (var directive in schema.Directives.Where(directive => directive.SyntaxNode is not null))
        {
            foreach (var argument in directive.Arguments)
                yield return ($"@{directive.Name}({argument.Name}:)", argument);
        }

        foreach (var type in schema.DefinedTypes().OfType<FieldsType>())
        {
            foreach (var field in type.Fields)
            {
                foreach (var argument in field.Arguments)
                    yield return ($"{type.Name}.{field.Name}({argument.Name}:)", argument);
            }
        }
    }

    /// <summary>All fields of input objects, with their schema coordinates.</summary>
    public static IEnumerable<(string Coordinate, InputValueDefinition Field)> InputFields(this GraphQLSchema schema) =>
        schema.DefinedTypes().OfType<InputObjectType>().SelectMany(type =>
            type.Fields.Select(field => ($"{type.Name}.{field.Name}", field)));

    /// <summary>Where a field says that it is deprecated.</summary>
    public static DirectiveNode? DeprecatedNode(this FieldDefinition field) =>
        field.SyntaxNode?.Directives.Find(BuiltInDirectives.Deprecated);

    /// <summary>Where an argument or input field says that it is deprecated.</summary>
    public static DirectiveNode? DeprecatedNode(this InputValueDefinition value) =>
        value.SyntaxNode?.Directives.Find(BuiltInDirectives.Deprecated);
}
