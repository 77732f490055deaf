using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Jobs.GraphQL.Cost;

namespace Jobs.Api.Transport;

/// <summary>What a client says of one operation: the members of the specification, each of its type.</summary>
/// <remarks>
/// https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters, and its appendix on persisted documents.
/// </remarks>
public sealed class RequestParameters
{
    /// <summary>The document as UTF-8; null if none was sent.</summary>
    public byte[]? Query { get; init; }

    /// <summary>What stands for a document that the service has already.</summary>
    public string? DocumentId { get; init; }

    public string? OperationName { get; init; }

    /// <summary>A JSON object, or undefined.</summary>
    public JsonElement Variables { get; init; }

    /// <summary>A JSON object, or undefined.</summary>
    public JsonElement Extensions { get; init; }

    /// <summary>Whether the client wants to know what the operation costs.</summary>
    public CostReporting CostReporting { get; set; }

    /// <summary>From a body or a message, whose document must live as long as this.</summary>
    /// <exception cref="TransportException">The value is no such object.</exception>
    public static RequestParameters FromJson(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw TransportException.BadRequest("A request must be a JSON object.");
        return new RequestParameters
        {
            Query = Member(json, "query", JsonValueKind.String) is { } query ? Utf8Of(query) : null,
            DocumentId = Member(json, "documentId", JsonValueKind.String)?.GetString(),
            OperationName = Member(json, "operationName", JsonValueKind.String)?.GetString(),
            Variables = Member(json, "variables", JsonValueKind.Object) ?? default,
            Extensions = Member(json, "extensions", JsonValueKind.Object) ?? default,
        };
    }

    /// <summary>The string that was read last, without the detour over UTF-16, which doubles it.</summary>
    internal static byte[] Utf8At(in Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped) return reader.ValueSpan.ToArray();
        var unescaped = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        var utf8 = unescaped.AsSpan(0, reader.CopyString(unescaped)).ToArray();
        ArrayPool<byte>.Shared.Return(unescaped);
        return utf8;
    }

    private static byte[] Utf8Of(JsonElement text)
    {
        var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(text));
        reader.Read();
        return Utf8At(reader);
    }

    private static JsonElement? Member(JsonElement json, string name, JsonValueKind kind)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == kind) return value;
        var expected = kind == JsonValueKind.String ? "a string" : "an object";
        throw TransportException.BadRequest($"The member \"{name}\" must be {expected}.");
    }
}
