using System.Net.WebSockets;
using System.Text;

namespace Jobs.Api.Tests.WebSockets;

/// <summary>Whatever is no message of the protocol closes the socket, and nothing else.</summary>
public sealed class InvalidMessageTests
{
    [Theory(Timeout = 180_000)]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":null}""")]
    [InlineData("""{"type":"start","id":"1"}""")]
    [InlineData("""{"type":"next","id":"1","payload":{}}""")]
    [InlineData("""{"type":"connection_ack"}""")]
    [InlineData("""{"type":"ping","type":"pong"}""")]
    [InlineData("""{"type":"ping","payload":"text"}""")]
    [InlineData("""{"type":"complete"}""")]
    [InlineData("""{"type":"subscribe","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"subscribe","id":"","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"subscribe","id":7,"payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"subscribe","id":"1"}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":"{ hello }"}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":7}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{ hello }","variables":[]}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{ hello }","operationName":1}}""")]
    [InlineData("""{"type":"subscribe","id":"\ud800","payload":{"query":"{ hello }"}}""")]
    public async Task It_is_closed_with_4400(string message)
    {
        await using var api = await LiveApi.StartAsync();
        using var socket = await api.ConnectAsync();
        using var other = await api.ConnectAsync();
        await socket.SendAsync(message);
        Assert.Equal(4400, await socket.ClosedAsync());
        await other.SettleAsync();
    }

    [Fact(Timeout = 180_000)]
    public async Task A_binary_message_is_none()
    {
        await using var api = await LiveApi.StartAsync();
        using var socket = await api.ConnectAsync();
        await socket.SendAsync(Encoding.UTF8.GetBytes("""{"type":"ping"}"""), WebSocketMessageType.Binary);
        Assert.Equal(4400, await socket.ClosedAsync());
    }

    [Fact(Timeout = 180_000)]
    public async Task Bytes_that_are_no_text_are_none()
    {
        await using var api = await LiveApi.StartAsync();
        using var socket = await api.ConnectAsync();
        await socket.SendAsync([(byte)'"', 0xff, (byte)'"'], WebSocketMessageType.Text);
        Assert.Null(await socket.ReceiveAsync());
    }

    [Fact(Timeout = 180_000)]
    public async Task A_message_may_be_as_large_as_a_body_and_no_larger()
    {
        await using var api = await LiveApi.StartAsync(("BodyBytesMax", 2_000));
        using var socket = await api.ConnectAsync();
        await socket.SendAsync(PingOf(bytes: 2_000));
        await socket.ExpectAsync("pong");
        await socket.SendAsync(PingOf(bytes: 2_001));
        Assert.Equal((int)WebSocketCloseStatus.MessageTooBig, await socket.ClosedAsync());
    }

    [Fact(Timeout = 180_000)]
    public async Task A_message_may_be_nested_as_deep_as_a_body_and_no_deeper()
    {
        await using var api = await LiveApi.StartAsync(("BodyDepthMax", 8));
        using var socket = await api.ConnectAsync();
        await socket.SendAsync(NestedPing(depth: 8));
        await socket.ExpectAsync("pong");
        await socket.SendAsync(NestedPing(depth: 9));
        Assert.Equal(4400, await socket.ClosedAsync());
    }

    private static string PingOf(int bytes)
    {
        const string Frame = """{"type":"ping","payload":{"a":""}}""";
        return Frame.Insert(Frame.Length - 3, new string('x', bytes - Frame.Length));
    }

    private static string NestedPing(int depth) =>
        """{"type":"ping","payload":{"a":X}}""".Replace(
            "X", new string('[', depth - 2) + new string(']', depth - 2), StringComparison.Ordinal);
}
