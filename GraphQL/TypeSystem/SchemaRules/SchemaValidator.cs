namespace Jobs.GraphQL.TypeSystem.SchemaRules;

/// <summary>Checks that the types of a schema fit together.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Type-System</remarks>
internal static class SchemaValidator
{
    private static readonly Action<GraphQLSchema, SdlErrors>[] Rules =
    [
        RootTypes.Check,
        ReservedNames.Check,
        NonEmptyTypes.Check,
        MemberTypes.Check,
        InterfaceImplementations.Check,
        UnionMembers.Check,
        OneOfFields.Check,
        RequiredElementsAreNotDeprecated.Check,
        DefaultValues.Check,
        DefaultValueCycles.Check,
        FiniteInputObjects.Check,
    ];

    public static IReadOnlyList<GraphQLError> Validate(GraphQLSchema schema)
    {
        var errors = new SdlErrors();
        foreach (var rule in Rules)
            rule(schema, errors);
        return errors.All;
    }
}
