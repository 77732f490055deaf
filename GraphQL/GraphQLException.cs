namespace Jobs.GraphQL;

/// <summary>Thrown by a resolver to answer a field with an error that the client may see as it is.</summary>
public sealed class GraphQLException(string message, string code) : Exception(message)
{
    public string Code { get; } = code;

    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }
}
