using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace Jobs.Api.WebSockets;

/// <summary>Where clients put what would be their Authorization header: browsers cannot set headers of a WebSocket.</summary>
internal static class ConnectionCredentials
{
    private const string Authorization = "Authorization";

    /// <summary>
    /// The members <c>Authorization</c> of connection_init's payload and of its member <c>headers</c>, in any case; if there is
    /// none, the header of the handshake, which mobile clients can send.
    /// </summary>
    public static StringValues Find(JsonElement payload, StringValues handshake)
    {
        if (payload.ValueKind != JsonValueKind.Object) return handshake;
        var given = StringValues.Concat(In(payload),
            payload.TryGetProperty("headers", out var headers) && headers.ValueKind == JsonValueKind.Object
                ? In(headers) : default);
        return given.Count > 0 ? given : handshake;
    }

    private static StringValues In(JsonElement members)
    {
        var found = new StringValues();
        foreach (var member in members.EnumerateObject())
        {
            // Null is how a client says that nobody is signed in. Any other value counts, and is refused if it is no text.
            if (!member.Name.Equals(Authorization, StringComparison.OrdinalIgnoreCase)
                || member.Value.ValueKind == JsonValueKind.Null) continue;
            found = StringValues.Concat(found, member.Value.ToString());
        }
        return found;
    }
}
