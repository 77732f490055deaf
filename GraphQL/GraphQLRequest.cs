using System.Text.Json;

namespace Jobs.GraphQL;

/// <summary>One request, whatever carried it here.</summary>
public sealed class GraphQLRequest
{
    /// <summary>The document, UTF-8.</summary>
    public required ReadOnlyMemory<byte> Query { get; init; }

    public string? OperationName { get; init; }

    /// <summary>A JSON object, or undefined/null when none were sent.</summary>
    public JsonElement Variables { get; init; }

    /// <summary>Where resolvers' services come from: the scope of this request.</summary>
    public required IServiceProvider Services { get; init; }

    /// <summary>True when only queries may run (HTTP GET): anything else is a request error.</summary>
    public bool QueryOnly { get; init; }
}
