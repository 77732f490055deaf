using System.Text.Json;

namespace Jobs.Api.WebSockets;

/// <summary>One message of a client, checked for its form.</summary>
/// <remarks>https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md#message-types</remarks>
internal readonly record struct ClientMessage(string Type, string? Id, JsonElement Payload)
{
    public const string ConnectionInit = "connection_init";
    public const string Ping = "ping";
    public const string Pong = "pong";
    public const string Subscribe = "subscribe";
    public const string Complete = "complete";

    /// <summary>A UUID has 36; the id is kept as long as its operation runs.</summary>
    private const int IdCharactersMax = 128;

    /// <exception cref="SocketClosedException">It is no message of this protocol.</exception>
    public static ClientMessage From(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw Invalid("A message must be a JSON object");
        var type = Text(json, "type") ?? throw Invalid("A message must have a type");
        var payload = json.TryGetProperty("payload", out var given) ? given : default;
        return type switch
        {
            ConnectionInit or Ping or Pong => new ClientMessage(type, Id: null, ObjectOrNothing(payload)),
            Subscribe => new ClientMessage(type, IdOf(json), Object(payload)),
            Complete => new ClientMessage(type, IdOf(json), default),
            _ => throw Invalid("Unknown type of message"),
        };
    }

    private static string IdOf(JsonElement json) => Text(json, "id") is { Length: > 0 and <= IdCharactersMax } id
        ? id : throw Invalid($"The id of an operation must be text of 1 to {IdCharactersMax} characters");

    private static JsonElement ObjectOrNothing(JsonElement payload) =>
        payload.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? default : Object(payload);

    private static JsonElement Object(JsonElement payload) =>
        payload.ValueKind == JsonValueKind.Object ? payload : throw Invalid("The payload must be an object");

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static SocketClosedException Invalid(string reason) => new(SocketClosure.Invalid(reason));
}
