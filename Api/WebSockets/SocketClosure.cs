using System.Net.WebSockets;

namespace Jobs.Api.WebSockets;

/// <summary>Why a socket is closed: the code and the sentence of its close frame.</summary>
/// <remarks>
/// https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md and https://www.rfc-editor.org/rfc/rfc6455#section-7.4
/// </remarks>
internal sealed record SocketClosure(WebSocketCloseStatus Code, string Reason)
{
    /// <summary>Of the 125 bytes of a control frame two are the code.</summary>
    private const int ReasonCharactersMax = 123;

    public static readonly SocketClosure Normal = new(WebSocketCloseStatus.NormalClosure, "Normal Closure");

    public static readonly SocketClosure GoingAway = new(WebSocketCloseStatus.EndpointUnavailable, "Going away");

    public static readonly SocketClosure TooLarge = new(WebSocketCloseStatus.MessageTooBig, "Message too large");

    /// <summary>For the moment only: a client may come back.</summary>
    public static readonly SocketClosure TryAgainLater = new((WebSocketCloseStatus)1013, "Try again later");

    public static readonly SocketClosure Unauthorized = new((WebSocketCloseStatus)4401, "Unauthorized");

    public static readonly SocketClosure Forbidden = new((WebSocketCloseStatus)4403, "Forbidden");

    public static readonly SocketClosure TokenExpired = new((WebSocketCloseStatus)4403, "Token expired");

    public static readonly SocketClosure SubprotocolNotAcceptable = new((WebSocketCloseStatus)4406, "Subprotocol not acceptable");

    public static readonly SocketClosure InitTimeout = new((WebSocketCloseStatus)4408, "Connection initialisation timeout");

    public static readonly SocketClosure TooManyInits = new((WebSocketCloseStatus)4429, "Too many initialisation requests");

    public static readonly SocketClosure InternalError = new((WebSocketCloseStatus)4500, "Internal server error");

    /// <param name="reason">Our own sentence, never a client's text; what a close frame has no room for is left out.</param>
    public static SocketClosure Invalid(string reason) =>
        new((WebSocketCloseStatus)4400, reason.Length <= ReasonCharactersMax ? reason : "Invalid message");

    /// <summary>Quotes the id as long as the frame has room for it.</summary>
    public static SocketClosure Duplicate(string id) => new((WebSocketCloseStatus)4409,
        id.Length <= 36 && id.All(char.IsAscii) ? $"Subscriber for {id} already exists" : "Subscriber already exists");
}
