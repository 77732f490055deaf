namespace GraphQL.Client.Abstractions;

public interface IGraphQLClient
{
    Task<GraphQLResponse<T>> SendQueryAsync<T>(GraphQLRequest request, CancellationToken cancellationToken = default);
    Task<GraphQLResponse<T>> SendMutationAsync<T>(GraphQLRequest request, CancellationToken cancellationToken = default);
}
