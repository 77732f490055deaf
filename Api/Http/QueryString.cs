using System.Text;
using System.Text.Json;
using Jobs.Api.Transport;

namespace Jobs.Api.Http;

/// <summary>The parameters of a GET: variables and extensions are JSON within the query string.</summary>
public static class QueryString
{
    /// <exception cref="TransportException">The query string is no such request.</exception>
    public static RequestParameters Read(IQueryCollection parameters, int depthMax) => new()
    {
        Query = Single(parameters, "query") is { } query ? Encoding.UTF8.GetBytes(query) : null,
        DocumentId = Single(parameters, "documentId"),
        OperationName = Single(parameters, "operationName") is { Length: > 0 } name ? name : null,
        Variables = Object(parameters, "variables", depthMax),
        Extensions = Object(parameters, "extensions", depthMax),
    };

    private static string? Single(IQueryCollection parameters, string name) => parameters[name] switch
    {
        { Count: 0 } => null,
        [{ } value] => value,
        _ => throw TransportException.BadRequest($"The parameter \"{name}\" is given more than once."),
    };

    private static JsonElement Object(IQueryCollection parameters, string name, int depthMax)
    {
        if (Single(parameters, name) is not { } text) return default;
        using var document = RequestJson.Parse(Encoding.UTF8.GetBytes(text), $"The parameter \"{name}\"", depthMax);
        return document.RootElement.ValueKind switch
        {
            JsonValueKind.Object => document.RootElement.Clone(), // Few clients send GETs: one copy instead of a second owner.
            JsonValueKind.Null => default,
            _ => throw TransportException.BadRequest($"The parameter \"{name}\" must be a JSON object."),
        };
    }
}
