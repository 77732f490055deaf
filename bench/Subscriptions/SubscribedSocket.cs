using System.Net.WebSockets;
using System.Text;

namespace Jobs.SubscriptionsBenchmark;

/// <summary>One WebSocket with subscriptions, as a client of graphql-transport-ws has it.</summary>
public sealed class SubscribedSocket : IDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly byte[] received = new byte[512];

    public static async Task<SubscribedSocket> OpenAsync(Uri address, string query, int subscriptions)
    {
        var opened = new SubscribedSocket();
        opened.socket.Options.AddSubProtocol("graphql-transport-ws");
        opened.socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        await opened.socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws" }.Uri, CancellationToken.None);
        await opened.SendAsync("""{"type":"connection_init"}""");
        await opened.UntilAsync("connection_ack");
        for (var id = 0; id < subscriptions; id++)
            await opened.SendAsync($$$"""{"id":"{{{id}}}","type":"subscribe","payload":{"query":"{{{query}}}"}}""");
        await opened.SendAsync("""{"type":"ping"}"""); // Answered when what came before it is under way.
        await opened.UntilAsync("pong");
        return opened;
    }

    /// <summary>Reads until a message of this type has come. Pings are answered on the way.</summary>
    public async Task UntilAsync(string type)
    {
        var wanted = Encoding.UTF8.GetBytes($"\"type\":\"{type}\"");
        while (true)
        {
            var message = await ReceiveAsync();
            if (message.Span.IndexOf(wanted) >= 0) return;
            if (message.Span.IndexOf("\"type\":\"ping\""u8) >= 0) await SendAsync("""{"type":"pong"}""");
            else if (message.Span.IndexOf("\"type\":\"error\""u8) >= 0)
                throw new InvalidOperationException(Encoding.UTF8.GetString(message.Span));
        }
    }

    public Task SendAsync(string message) => socket.SendAsync(
        Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    public void Dispose() => socket.Dispose();

    private async Task<ReadOnlyMemory<byte>> ReceiveAsync()
    {
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(received.AsMemory(length), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new InvalidOperationException($"Closed: {socket.CloseStatus} {socket.CloseStatusDescription}");
            length += part.Count;
            if (part.EndOfMessage) return received.AsMemory(0, length);
        }
    }
}
