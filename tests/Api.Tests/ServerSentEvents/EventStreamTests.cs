using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Jobs.Api.Tests.WebSockets;
using Jobs.Testing;

namespace Jobs.Api.Tests.ServerSentEvents;

/// <summary>text/event-stream, as graphql-sse has it in its distinct connections mode.</summary>
public sealed class EventStreamTests
{
    private const string Room = """subscription { said(room: "a") { text } }""";

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact(Timeout = 180_000)]
    public async Task A_query_is_one_event_and_the_completion()
    {
        await using var api = await LiveApi.StartAsync();
        using var response = await AskAsync(api.Http, api.Address, "{ hello }");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.True(response.Headers.CacheControl?.NoCache);
        Assert.Equal(["no"], response.Headers.GetValues("X-Accel-Buffering"));
        Assert.Equal(":\n\nevent: next\ndata: {\"data\":{\"hello\":\"world\"}}\n\nevent: complete\ndata: \n\n",
            await response.Content.ReadAsStringAsync(Patience));
    }

    [Theory(Timeout = 180_000)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Events_arrive_one_by_one_over_each_version_of_HTTP(int version)
    {
        await using var api = await LiveApi.StartAsync();
        using var response = await AskAsync(api.Http, version == 2 ? api.Http2Address : api.Address, Room, version);
        Assert.Equal(version, response.Version.Major);
        using var lines = await LinesAsync(response);
        Assert.Equal(":", await lines.ReadLineAsync(Patience));
        for (var i = 1; i <= 3; i++)
        {
            while (api.Room.SubscriberCount == 0) await Task.Yield();
            api.Room.Publish("a", new Said($"{i}"));
            Assert.Equal($$$$"""{"data":{"said":{"text":"{{{{i}}}}"}}}""", await NextAsync(lines));
        }
    }

    [Fact(Timeout = 180_000)]
    public async Task GET_carries_a_subscription_but_no_mutation()
    {
        await using var api = await LiveApi.StartAsync();
        using var streamed = await GetAsync(api, """subscription { flood(name: "f", events: 1, characters: 1) }""");
        Assert.Contains("""data: {"data":{"flood":"x"}}""", await streamed.Content.ReadAsStringAsync(Patience), StringComparison.Ordinal);
        using var refused = await GetAsync(api, """mutation { say(room: "a", text: "b") }""");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
    }

    [Theory(Timeout = 180_000)]
    [InlineData("{", "GRAPHQL_PARSE_FAILED")]
    [InlineData("subscription { nothing }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription { refused }", "FORBIDDEN")]
    public async Task What_cannot_be_executed_is_an_event_of_a_stream_that_has_begun_well(string query, string code)
    {
        await using var api = await LiveApi.StartAsync();
        using var response = await AskAsync(api.Http, api.Address, query);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var lines = await LinesAsync(response);
        var result = JsonNode.Parse(await NextAsync(lines))!;
        Assert.Equal(code, (string?)result["errors"]![0]!["extensions"]!["code"]);
        Assert.Contains("event: complete", await lines.ReadToEndAsync(Patience), StringComparison.Ordinal);
    }

    [Fact(Timeout = 180_000)]
    public async Task A_quiet_stream_shows_after_each_while_that_it_lives()
    {
        await using var api = await LiveApi.StartAsync(("EventStreamKeepAliveSeconds", 12));
        using var response = await AskAsync(api.Http, api.Address, Room);
        using var lines = await LinesAsync(response);
        for (var comments = 0; comments < 4; comments++)
        {
            Assert.Equal(":", await lines.ReadLineAsync(Patience));
            Assert.Equal("", await lines.ReadLineAsync(Patience));
            while (api.Room.SubscriberCount == 0) await Task.Yield();
            await api.AdvanceAsync(TimeSpan.FromSeconds(12));
        }
    }

    [Fact(Timeout = 180_000)]
    public async Task A_client_that_leaves_ends_its_subscription()
    {
        await using var api = await LiveApi.StartAsync();
        using (var response = await AskAsync(api.Http, api.Address, Room))
            while (api.Room.SubscriberCount == 0) await Task.Yield();
        // All three come to nothing, in no fixed order: nobody waits for a source that is just being told to stop.
        while (api.Connections > 0 || api.Room.SubscriberCount > 0 || api.Visits.Open > 0) await Task.Yield();
    }

    [Fact(Timeout = 180_000)]
    public async Task A_client_that_does_not_read_stops_its_source_and_is_cut_after_a_while()
    {
        await using var api = await LiveApi.StartAsync(("SendSecondsMax", 10));
        using var slow = await AskAsync(
            api.Http, api.Address, """subscription { flood(name: "slow", events: 10000000, characters: 64000) }""");
        while (api.Floods["slow"].Events == 0) await Task.Yield();
        using var quick = await AskAsync(
            api.Http, api.Address, """subscription { flood(name: "quick", events: 2000, characters: 64000) }""");
        using (var lines = await LinesAsync(quick))
            for (var i = 0; i < 2_000; i++) await NextAsync(lines);
        Assert.InRange(api.Floods["slow"].Events, 1, 500);
        await api.AdvanceAsync(TimeSpan.FromSeconds(11), sending: 1);
        await Wait.UntilAsync(() => api.Floods["slow"].LetGo.Task.IsCompleted, api.Time, TimeSpan.FromSeconds(11));
    }

    [Fact(Timeout = 180_000)]
    public async Task A_service_that_stops_completes_its_streams()
    {
        await using var api = await LiveApi.StartAsync();
        using var response = await AskAsync(api.Http, api.Address, Room);
        while (api.Room.SubscriberCount == 0) await Task.Yield();
        var stopping = api.StopAsync();
        Assert.EndsWith("event: complete\ndata: \n\n", await response.Content.ReadAsStringAsync(Patience), StringComparison.Ordinal);
        await stopping;
    }

    [Fact(Timeout = 180_000)]
    public async Task There_are_no_more_streams_than_connections_are_allowed()
    {
        await using var api = await LiveApi.StartAsync(("ConnectionsMax", 1));
        using var first = await AskAsync(api.Http, api.Address, Room);
        using var second = await AskAsync(api.Http, api.Address, "{ hello }");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, second.StatusCode);
        Assert.NotNull(second.Headers.RetryAfter);
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient http, Uri address, string query, int version = 1)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = JsonContent.Create(new { query }),
            Version = version == 2 ? HttpVersion.Version20 : HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Patience);
    }

    private static async Task<HttpResponseMessage> GetAsync(LiveApi api, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{api.Address}?query={Uri.EscapeDataString(query)}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        return await api.Http.SendAsync(request, Patience);
    }

    private static async Task<StreamReader> LinesAsync(HttpResponseMessage response) =>
        new(await response.Content.ReadAsStreamAsync(Patience));

    /// <summary>The data of the next event.</summary>
    private static async Task<string> NextAsync(StreamReader lines)
    {
        while (true)
        {
            var line = await lines.ReadLineAsync(Patience) ?? throw new EndOfStreamException();
            if (line.StartsWith("data: ", StringComparison.Ordinal)) return line["data: ".Length..];
        }
    }
}
