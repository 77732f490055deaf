using System.Net;
using System.Text.Json.Nodes;

namespace Jobs.Api.Tests.WebSockets;

/// <summary>Who may open a socket, and how it is agreed what is spoken on it.</summary>
public sealed class HandshakeTests
{
    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Theory(Timeout = 180_000)]
    [InlineData(null)]
    [InlineData("https://jobs.example")]
    [InlineData("http://OWN")]
    [InlineData("https://OWN")]
    public async Task Pages_of_the_own_and_of_allowed_origins_and_clients_without_one_may_open_a_socket(string? origin)
    {
        await using var api = await LiveApi.StartAsync();
        using var socket = await api.OpenAsync(options =>
        {
            options.AddSubProtocol("graphql-transport-ws");
            if (origin is not null)
                options.SetRequestHeader("Origin", origin.Replace("OWN", api.Address.Authority, StringComparison.Ordinal));
        });
    }

    [Theory(Timeout = 180_000)]
    [InlineData("https://elsewhere.example")]
    [InlineData("https://jobs.example.elsewhere.example")]
    [InlineData("http://jobs.example")]
    [InlineData("null")]
    public async Task A_page_of_another_origin_is_refused(string origin)
    {
        await using var api = await LiveApi.StartAsync();
        using var response = await ShakeHandsAsync(api, origin);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("ORIGIN_NOT_ALLOWED", await CodeAsync(response));
        Assert.Equal(0, api.Connections);
    }

    [Fact(Timeout = 180_000)]
    public async Task There_are_no_more_connections_than_allowed_and_one_that_ends_makes_room()
    {
        await using var api = await LiveApi.StartAsync(("ConnectionsMax", 1));
        using (await api.OpenAsync())
        {
            using var response = await ShakeHandsAsync(api, origin: null);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.Equal("TOO_MANY_CONNECTIONS", await CodeAsync(response));
            Assert.NotNull(response.Headers.RetryAfter);
        }
        while (api.Connections > 0) await Task.Yield(); // The socket was cut: the service learns it from the system.
        using var next = await api.OpenAsync();
    }

    [Fact(Timeout = 180_000)]
    public async Task A_client_that_names_no_subprotocol_is_told_by_a_close_code()
    {
        await using var api = await LiveApi.StartAsync();
        using var socket = await LiveSocket.OpenAsync(api.Address, _ => { });
        Assert.Equal(4406, await socket.ClosedAsync());
    }

    [Fact(Timeout = 180_000)]
    public async Task Of_several_subprotocols_the_one_that_is_spoken_is_chosen()
    {
        await using var api = await LiveApi.StartAsync();
        using var socket = await api.OpenAsync(options =>
        {
            options.AddSubProtocol("graphql-ws");
            options.AddSubProtocol("graphql-transport-ws");
        });
    }

    private static async Task<HttpResponseMessage> ShakeHandsAsync(LiveApi api, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, api.Address);
        request.Headers.Connection.Add("Upgrade");
        request.Headers.Upgrade.ParseAdd("websocket");
        request.Headers.Add("Sec-WebSocket-Version", "13");
        request.Headers.Add("Sec-WebSocket-Key", Convert.ToBase64String(new byte[16]));
        request.Headers.Add("Sec-WebSocket-Protocol", "graphql-transport-ws");
        if (origin is not null) request.Headers.Add("Origin", origin);
        return await api.Http.SendAsync(request, Patience);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(Patience))?["errors"]?[0]?["extensions"]?["code"];
}
