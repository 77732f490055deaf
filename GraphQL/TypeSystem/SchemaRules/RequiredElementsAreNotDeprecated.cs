namespace Jobs.GraphQL.TypeSystem.SchemaRules;

/// <summary>What must be given cannot be something that should not be given any more.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec--deprecated</remarks>
internal static class RequiredElementsAreNotDeprecated
{
    public static void Check(GraphQLSchema schema, SdlErrors errors)
    {
        foreach (var (coordinate, argument) in schema.Arguments())
            Check("argument", coordinate, argument, errors);
        foreach (var (coordinate, field) in schema.InputFields())
            Check("input field", coordinate, field, errors);
    }

    private static void Check(string kind, string coordinate, InputValueDefinition value, SdlErrors errors)
    {
        if (value.IsRequired && value.DeprecationReason is not null)
            errors.Report($"Required {kind} {coordinate} cannot be deprecated.", value.DeprecatedNode(), value.SyntaxNode?.Type);
    }
}
