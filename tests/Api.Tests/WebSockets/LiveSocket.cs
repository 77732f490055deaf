using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Jobs.Api.Tests.WebSockets;

/// <summary>A client's end of a socket: sends text as it is, receives messages one by one.</summary>
public sealed class LiveSocket : IDisposable
{
    private readonly ClientWebSocket socket = new();

    public WebSocketCloseStatus? CloseStatus => socket.CloseStatus;

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    public static async Task<LiveSocket> OpenAsync(Uri address, Action<ClientWebSocketOptions>? configure = null)
    {
        var opened = new LiveSocket();
        opened.socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        if (configure is null) opened.socket.Options.AddSubProtocol("graphql-transport-ws");
        else configure(opened.socket.Options);
        await opened.socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws" }.Uri, Patience);
        return opened;
    }

    /// <summary>Ends when the service has read everything that was sent before.</summary>
    public async Task SettleAsync()
    {
        await SendAsync("""{"type":"ping"}""");
        await ExpectAsync("pong");
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public Task SendAsync(byte[] bytes, WebSocketMessageType type) =>
        socket.SendAsync(bytes, type, endOfMessage: true, Patience);

    public Task SubscribeAsync(string id, string query) => SendAsync(
        new JsonObject { ["id"] = id, ["type"] = "subscribe", ["payload"] = new JsonObject { ["query"] = query } }.ToJsonString());

    public Task CompleteAsync(string id) => SendAsync($$"""{"id":"{{id}}","type":"complete"}""");

    /// <summary>The next message; null when there is the close frame instead, or the end of the connection.</summary>
    public async Task<JsonObject?> ReceiveAsync()
    {
        using var bytes = new MemoryStream();
        var part = new byte[16 * 1024];
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(part.AsMemory(), Patience);
                if (received.MessageType == WebSocketMessageType.Close) return null;
                bytes.Write(part, 0, received.Count);
                if (received.EndOfMessage) return JsonNode.Parse(bytes.ToArray())!.AsObject();
            }
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    /// <summary>The next message, which must be of this type.</summary>
    public async Task<JsonObject> ExpectAsync(string type)
    {
        var message = await ReceiveAsync();
        Assert.Equal(type, (string?)message?["type"]);
        return message!;
    }

    /// <summary>The next message must be this one, member by member.</summary>
    public async Task ExpectExactlyAsync(string json) => Assert.Equal(json, (await ReceiveAsync())?.ToJsonString());

    /// <summary>No message comes any more, only the close frame: its code.</summary>
    public async Task<int?> ClosedAsync()
    {
        Assert.Null(await ReceiveAsync());
        return (int?)socket.CloseStatus;
    }

    public string? CloseReason => socket.CloseStatusDescription;

    /// <summary>The client says goodbye, and waits for the answer.</summary>
    public Task CloseAsync() => socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Patience);

    /// <summary>The client is gone from one moment to the next.</summary>
    public void Dispose() => socket.Dispose();
}
