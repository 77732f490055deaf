namespace Jobs.GraphQL.TypeSystem;

/// <summary>The types that introspection lists: a built-in scalar where it is first used, and not if it never is.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Scalars.Built-in-Scalars</remarks>
internal static class ListedTypes
{
    public static IReadOnlyList<TypeDefinition> Of(GraphQLSchema schema)
    {
        var listed = new OrderedDictionary<string, TypeDefinition>(StringComparer.Ordinal);
        var defined = schema.Types.Where(type => !BuiltInScalars.All.Contains(type)).ToList();
        foreach (var type in defined.Where(type => !Introspection.Types.Contains(type)))
            Add(type);
        AddScalars(schema.Directives.SelectMany(directive => directive.Arguments));
        foreach (var type in Introspection.Types)
            Add(type);
        return [.. listed.Values];

        void Add(TypeDefinition type)
        {
            listed.TryAdd(type.Name, type);
            foreach (var field in (type as FieldsType)?.Fields ?? FieldDefinitions.Empty)
            {
                AddScalar(field.Type);
                AddScalars(field.Arguments);
            }

            AddScalars((type as InputObjectType)?.Fields ?? InputValueDefinitions.Empty);
        }

        void AddScalars(IEnumerable<InputValueDefinition> values)
        {
            foreach (var value in values)
                AddScalar(value.Type);
        }

        void AddScalar(GraphQLType type)
        {
            if (BuiltInScalars.All.Contains(type.NamedType))
                listed.TryAdd(type.NamedType.Name, type.NamedType);
        }
    }
}
