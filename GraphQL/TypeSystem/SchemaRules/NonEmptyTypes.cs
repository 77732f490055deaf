namespace Jobs.GraphQL.TypeSystem.SchemaRules;

/// <summary>A type that consists of fields, members or values has at least one.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Objects.Type-Validation</remarks>
internal static class NonEmptyTypes
{
    public static void Check(GraphQLSchema schema, SdlErrors errors)
    {
        foreach (var type in schema.DefinedTypes())
        {
            var message = type switch
            {
                FieldsType { Fields.Count: 0 } => $"Type {type} must define one or more fields.",
                UnionType union when !union.MemberNodes().Any() => $"Union type {type} must define one or more member types.",
                EnumType { Values.Count: 0 } => $"Enum type {type} must define one or more values.",
                InputObjectType { Fields.Count: 0 } => $"Input Object type {type} must define one or more fields.",
                _ => null,
            };
            if (message is not null)
                errors.Report(message, type.Nodes());
        }
    }
}
