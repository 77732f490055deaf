namespace Jobs.Api.Tests.WebSockets;

/// <summary>connection_init: in time, once, before anything else, and with credentials that are good until they end.</summary>
public sealed class ConnectionInitTests
{
    [Fact(Timeout = 180_000)]
    public async Task Its_acknowledgement_tells_what_a_client_may_want_to_know()
    {
        await using var api = await LiveApi.StartAsync(("SocketPingSeconds", 17), ("OperationsPerConnectionMax", 5));
        using var socket = await api.OpenAsync();
        await socket.SendAsync("""{"type":"connection_init"}""");
        await socket.ExpectExactlyAsync("""{"type":"connection_ack","payload":{"pingSeconds":17,"operationsMax":5}}""");
    }

    [Fact(Timeout = 180_000)]
    public async Task Without_it_the_socket_is_closed_after_a_while()
    {
        await using var api = await LiveApi.StartAsync(("ConnectionInitSecondsMax", 10));
        using var socket = await api.OpenAsync();
        await api.AdvanceAsync(TimeSpan.FromSeconds(9));
        await socket.SettleAsync();
        await api.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(4408, await socket.ClosedAsync());
    }

    [Fact(Timeout = 180_000)]
    public async Task Nothing_is_executed_before_it()
    {
        await using var api = await LiveApi.StartAsync();
        using var socket = await api.OpenAsync();
        await socket.SubscribeAsync("1", "{ hello }");
        Assert.Equal(4401, await socket.ClosedAsync());
    }

    [Fact(Timeout = 180_000)]
    public async Task Twice_is_once_too_often()
    {
        await using var api = await LiveApi.StartAsync();
        using var socket = await api.ConnectAsync();
        await socket.SendAsync("""{"type":"connection_init"}""");
        Assert.Equal(4429, await socket.ClosedAsync());
    }

    [Theory(Timeout = 180_000)]
    [InlineData("""{"Authorization":"Bearer minji"}""")]
    [InlineData("""{"authorization":"Bearer minji"}""")]
    [InlineData("""{"headers":{"Authorization":"Bearer minji"}}""")]
    [InlineData("""{"headers":{"authorization":"Bearer minji"},"Authorization":null}""")]
    public async Task A_token_in_its_payload_signs_in(string payload)
    {
        await using var api = await LiveApi.StartAsync();
        using var socket = await api.OpenAsync();
        await InitAsync(socket, payload);
        await socket.ExpectAsync("connection_ack");
        await socket.SubscribeAsync("1", "{ viewer }");
        await socket.ExpectExactlyAsync("""{"id":"1","type":"next","payload":{"data":{"viewer":"minji"}}}""");
    }

    [Theory(Timeout = 180_000)]
    [InlineData("null", "handshake")]
    [InlineData("{}", "handshake")]
    [InlineData("""{"Authorization":"Bearer minji"}""", "minji")]
    public async Task A_token_in_the_handshake_signs_in_unless_the_payload_has_one(string payload, string viewer)
    {
        await using var api = await LiveApi.StartAsync();
        using var socket = await api.OpenAsync(options =>
        {
            options.AddSubProtocol("graphql-transport-ws");
            options.SetRequestHeader("Authorization", "Bearer handshake");
        });
        await InitAsync(socket, payload);
        await socket.ExpectAsync("connection_ack");
        await socket.SubscribeAsync("1", "{ viewer }");
        await socket.ExpectExactlyAsync($$$$"""{"id":"1","type":"next","payload":{"data":{"viewer":"{{{{viewer}}}}"}}}""");
    }

    [Theory(Timeout = 180_000)]
    [InlineData("""{"Authorization":"Bearer stranger"}""")]
    [InlineData("""{"Authorization":"Basic bWluamk6"}""")]
    [InlineData("""{"Authorization":""}""")]
    [InlineData("""{"Authorization":7}""")]
    [InlineData("""{"Authorization":"Bearer minji","authorization":"Bearer jiho"}""")]
    public async Task Credentials_that_are_no_good_are_forbidden(string payload)
    {
        await using var api = await LiveApi.StartAsync();
        using var socket = await api.OpenAsync();
        await InitAsync(socket, payload);
        Assert.Equal(4403, await socket.ClosedAsync());
    }

    [Fact(Timeout = 180_000)]
    public async Task Credentials_that_cannot_be_checked_now_are_asked_for_again_later_and_logged_masked()
    {
        await using var api = await LiveApi.StartAsync();
        using var socket = await api.OpenAsync();
        await InitAsync(socket, """{"Authorization":"Bearer outage"}""");
        Assert.Null(await socket.ReceiveAsync());
        Assert.Contains("HttpRequestException", api.Log.Text, StringComparison.Ordinal);
    }

    [Fact(Timeout = 180_000)]
    public async Task A_connection_ends_with_the_token_that_it_was_opened_with()
    {
        await using var api = await LiveApi.StartAsync(("SocketPingSeconds", 3600));
        using var signedIn = await api.ConnectAsync("minji");
        using var anonymous = await api.ConnectAsync();
        await signedIn.SubscribeAsync("1", """subscription { said(room: "a") { text } }""");
        await signedIn.SettleAsync();
        await api.AdvanceAsync(TimeSpan.FromMinutes(59));
        await signedIn.SettleAsync();
        await api.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(4403, await signedIn.ClosedAsync());
        Assert.Equal("Token expired", signedIn.CloseReason);
        while (api.Room.SubscriberCount > 0) await Task.Yield();
        await anonymous.ExpectAsync("ping"); // Still there after an hour of silence.
    }

    private static Task InitAsync(LiveSocket socket, string payload) =>
        socket.SendAsync($$"""{"type":"connection_init","payload":{{payload}}}""");
}
