namespace Jobs.GraphQL.TypeSystem;

/// <summary>A schema, or else everything that is wrong with its SDL.</summary>
/// <param name="Schema">Null if there are errors.</param>
/// <param name="Errors">Empty if there is a schema.</param>
public sealed record SchemaBuildResult(GraphQLSchema? Schema, IReadOnlyList<GraphQLError> Errors);
