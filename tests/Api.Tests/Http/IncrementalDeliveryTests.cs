using System.Text.Json.Nodes;
using Jobs.Testing;

namespace Jobs.Api.Tests.Http;

/// <summary>What is deferred comes later in the same response, in the form that the client asked for.</summary>
public sealed class IncrementalDeliveryTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    private const string Deferred = """{"query":"{ __typename ... @defer(label: \"posts\") { jobPosts { nodes { id } } } }"}""";

    [Fact(Timeout = 180_000)]
    public async Task The_first_part_is_there_while_the_deferred_one_still_waits()
    {
        var held = await HeldTable.TakeAsync(api.Database);
        using var response = await api.Http.SendAsync(HttpRequests.Post(Deferred, "multipart/mixed"),
            HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("multipart/mixed; boundary=\"-\"", response.Content.Headers.ContentType!.ToString());
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var first = await ReadPartAsync(reader);
        Assert.Equal("""{"__typename":"Query"}""", first["data"]!.ToJsonString());
        Assert.True(first["hasNext"]!.GetValue<bool>());

        await held.DisposeAsync();
        var second = await ReadPartAsync(reader);
        Assert.False(second["hasNext"]!.GetValue<bool>());
        Assert.NotNull(second["incremental"]![0]!["data"]!["jobPosts"]);
        Assert.Equal("-----", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.Null(await reader.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 180_000)]
    public async Task A_client_that_hangs_up_between_the_parts_stops_the_deferred_statement()
    {
        await using var held = await HeldTable.TakeAsync(api.Database);
        using (var response = await api.Http.SendAsync(HttpRequests.Post(Deferred, "multipart/mixed"),
            HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken))
            await held.UntilWaitingAsync(expected: true);
        await held.UntilWaitingAsync(expected: false);
    }

    [Fact]
    public async Task Parts_come_as_events_too()
    {
        using var response = await api.RespondAsync(HttpRequests.Post(Deferred, "text/event-stream, application/json"));
        Assert.Equal("text/event-stream; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        var events = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, events.Split("event: next\ndata: {").Length - 1);
        Assert.EndsWith("event: complete\ndata: \n\n", events, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("application/json, */*")]
    [InlineData("multipart/mixed;deferSpec=20220824, application/json")]
    public async Task Who_takes_no_parts_of_this_format_gets_everything_at_once(string? accept)
    {
        var answer = await api.AnswerAsync(HttpRequests.Post(Deferred, accept));
        Assert.NotNull(answer["data.jobPosts.nodes"]);
        Assert.False(answer.Json.AsObject().ContainsKey("hasNext"));
    }

    private static async Task<JsonNode> ReadPartAsync(StreamReader reader)
    {
        string? line;
        do line = await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        while (line is not null && !line.StartsWith('{'));
        return JsonNode.Parse(line!)!;
    }
}
