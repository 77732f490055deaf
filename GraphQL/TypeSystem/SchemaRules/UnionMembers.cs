namespace Jobs.GraphQL.TypeSystem.SchemaRules;

/// <summary>A union has each of its members once, and they are object types.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Unions.Type-Validation</remarks>
internal static class UnionMembers
{
    public static void Check(GraphQLSchema schema, SdlErrors errors)
    {
        foreach (var union in schema.DefinedTypes().OfType<UnionType>())
        {
            foreach (var member in union.MemberNodes().GroupBy(node => node.Name.Value))
            {
                foreach (var _ in member.Skip(1))
                    errors.Report($"Union type {union} can only include type {member.Key} once.", member);
                if (schema.FindType(member.Key) is not ObjectType)
                    errors.Report($"Union type {union} can only include Object types, it cannot include {member.Key}.", member);
            }
        }
    }
}
