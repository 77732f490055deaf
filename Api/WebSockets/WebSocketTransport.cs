using Jobs.Api.Connections;
using Jobs.Api.Http;
using Jobs.Api.Transport;
using Jobs.GraphQL;

namespace Jobs.Api.WebSockets;

/// <summary>The handshake of a WebSocket: who may open one, and what is spoken on it.</summary>
public sealed class WebSocketTransport
{
    public const string Subprotocol = "graphql-transport-ws";
    private static readonly TimeSpan CloseTime = TimeSpan.FromSeconds(5);
    private readonly SocketContext shared;
    private readonly OpenConnections connections;
    private readonly SocketOrigins origins;

    public WebSocketTransport(OpenConnections connections, IServiceProvider services)
    {
        this.connections = connections;
        shared = ActivatorUtilities.CreateInstance<SocketContext>(services);
        origins = new SocketOrigins(shared.Limits.AllowedOrigins);
    }

    public async Task AnswerAsync(HttpContext context)
    {
        if (!origins.Allow(context.Request))
        {
            await RefuseAsync(context, new TransportException(StatusCodes.Status403Forbidden,
                TransportErrorCodes.OriginNotAllowed, "Pages of this origin may not open a WebSocket here."));
            return;
        }
        using var place = connections.TryTakePlace();
        if (place is null)
        {
            context.Response.Headers.RetryAfter = "5";
            await RefuseAsync(context, TransportException.TooManyConnections());
            return;
        }
        if (context.WebSockets.WebSocketRequestedProtocols.Contains(Subprotocol, StringComparer.Ordinal))
            await ServeAsync(context, place);
        else
            await CloseAsync(context, SocketClosure.SubprotocolNotAcceptable);
    }

    private async Task ServeAsync(HttpContext context, ConnectionPlace place)
    {
        using var accepted = await context.WebSockets.AcceptWebSocketAsync(Subprotocol);
        var input = new SocketInput(accepted, shared.Limits.BodyBytesMax);
        using var output = new SocketOutput(accepted, shared.Time);
        var socket = new GraphQLSocket(context, input, output, shared);
        place.Occupy(socket);
        await socket.RunAsync();
    }

    /// <summary>
    /// As the reference server does: a client that reads close codes learns more from one than from a failed handshake.
    /// </summary>
    private async Task CloseAsync(HttpContext context, SocketClosure closure)
    {
        using var accepted = await context.WebSockets.AcceptWebSocketAsync();
        using var closeTime = new CancellationTokenSource(CloseTime, shared.Time);
        try
        {
            await accepted.CloseAsync(closure.Code, closure.Reason, closeTime.Token);
        }
        catch (Exception e) when (SocketInput.IsLost(e))
        {
            context.Abort();
        }
    }

    private static Task RefuseAsync(HttpContext context, TransportException refusal) => ErrorResponse.WriteAsync(
        context, ResponseMediaType.Json, refusal.Status, new GraphQLError(refusal.Message) { Code = refusal.Code });
}
