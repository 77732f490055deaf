using Newtonsoft.Json;

// Generated code calls the package GraphQL.Client. These are the parts of it that it calls, by the same names.
namespace GraphQL;

public sealed class GraphQLRequest
{
    [JsonProperty("query")] public string Query { get; set; }
    [JsonProperty("operationName")] public string OperationName { get; set; }
    [JsonProperty("variables")] public object Variables { get; set; }
}

public sealed record GraphQLError(string Message);

public sealed record GraphQLResponse<T>(T Data, GraphQLError[] Errors);
