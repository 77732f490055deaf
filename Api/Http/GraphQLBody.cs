using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Jobs.Api.Http;

/// <summary>The parameters of one GraphQL-over-HTTP request: those four members, each of its type, each at most once.</summary>
/// <remarks>https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters.</remarks>
public sealed class GraphQLBody : IDisposable
{
    private readonly List<JsonDocument> documents = [];

    private GraphQLBody()
    {
    }

    public ReadOnlyMemory<byte> Query { get; private init; }

    public string? OperationName { get; private init; }

    public JsonElement Variables { get; private init; }

    /// <exception cref="TransportException">The bytes are no such request.</exception>
    public static GraphQLBody FromJson(ReadOnlyMemory<byte> json, int depthMax)
    {
        var document = Parse(json, "The body", depthMax);
        try
        {
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) throw TransportException.BadRequest("The body must be a JSON object.");
            Member(root, "extensions", JsonValueKind.Object);
            var query = Member(root, "query", JsonValueKind.String)
                ?? throw TransportException.BadRequest("The member \"query\" is missing.");
            return new GraphQLBody
            {
                documents = { document },
                Query = Encoding.UTF8.GetBytes(query.GetString()!),
                OperationName = Member(root, "operationName", JsonValueKind.String)?.GetString(),
                Variables = Member(root, "variables", JsonValueKind.Object) ?? default,
            };
        }
        catch
        {
            document.Dispose();
            throw;
        }
    }

    /// <exception cref="TransportException">The query string is no such request.</exception>
    public static GraphQLBody FromQueryString(IQueryCollection parameters, int depthMax)
    {
        var query = Single(parameters, "query") ?? throw TransportException.BadRequest("The parameter \"query\" is missing.");
        if (Single(parameters, "extensions") is { } extensions) ParseObject(extensions, "extensions", depthMax).Dispose();
        var variables = Single(parameters, "variables") is { } text ? ParseObject(text, "variables", depthMax) : null;
        var body = new GraphQLBody
        {
            Query = Encoding.UTF8.GetBytes(query),
            OperationName = Single(parameters, "operationName") is { Length: > 0 } name ? name : null,
            Variables = variables?.RootElement ?? default,
        };
        if (variables is not null) body.documents.Add(variables);
        return body;
    }

    public void Dispose() => documents.ForEach(document => document.Dispose());

    private static JsonElement? Member(JsonElement root, string name, JsonValueKind kind)
    {
        if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == kind) return value;
        var expected = kind == JsonValueKind.String ? "a string" : "an object";
        throw TransportException.BadRequest($"The member \"{name}\" must be {expected}.");
    }

    private static string? Single(IQueryCollection parameters, string name) => parameters[name] switch
    {
        { Count: 0 } => null,
        [{ } value] => value,
        _ => throw TransportException.BadRequest($"The parameter \"{name}\" is given more than once."),
    };

    private static JsonDocument ParseObject(string text, string name, int depthMax)
    {
        var document = Parse(Encoding.UTF8.GetBytes(text), $"The parameter \"{name}\"", depthMax);
        if (document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Null) return document;
        document.Dispose();
        throw TransportException.BadRequest($"The parameter \"{name}\" must be a JSON object.");
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> json, string subject, int depthMax)
    {
        if (!Utf8.IsValid(json.Span)) throw TransportException.BadRequest($"{subject} is not UTF-8.");
        try
        {
            var document = JsonDocument.Parse(json, new() { MaxDepth = depthMax, AllowDuplicateProperties = false });
            // Only an escaped surrogate can still hide something that is no text; few requests have one, so few are walked.
            if (json.Span.IndexOf("\\ud"u8) >= 0 || json.Span.IndexOf("\\uD"u8) >= 0) ReadEveryString(document.RootElement);
            return document;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The parser's own sentence would quote what was sent; the position is enough.
            var place = e is JsonException { LineNumber: { } line, BytePositionInLine: { } position }
                ? $" (line {line + 1}, byte {position + 1})" : "";
            throw TransportException.BadRequest(
                $"{subject} must be well-formed JSON with no member twice and at most {depthMax} levels deep{place}.");
        }
    }

    private static void ReadEveryString(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String) value.GetString();
        else if (value.ValueKind == JsonValueKind.Array) foreach (var item in value.EnumerateArray()) ReadEveryString(item);
        else if (value.ValueKind == JsonValueKind.Object)
            foreach (var member in value.EnumerateObject())
            {
                _ = member.Name;
                ReadEveryString(member.Value);
            }
    }
}
