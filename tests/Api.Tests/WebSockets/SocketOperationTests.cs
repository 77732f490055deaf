namespace Jobs.Api.Tests.WebSockets;

/// <summary>Operations on a socket, from subscribe to complete.</summary>
public sealed class SocketOperationTests : IAsyncLifetime
{
    private const string Room = """subscription { said(room: "a") { text } }""";
    private LiveApi api = null!;
    private LiveSocket socket = null!;

    public async ValueTask InitializeAsync()
    {
        api = await LiveApi.StartAsync(("OperationsPerConnectionMax", 3));
        socket = await api.ConnectAsync("minji");
    }

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        await api.DisposeAsync();
    }

    [Fact(Timeout = 180_000)]
    public async Task A_query_is_one_result_and_its_completion()
    {
        await socket.SubscribeAsync("1", "{ hello viewer }");
        await socket.ExpectExactlyAsync("""{"id":"1","type":"next","payload":{"data":{"hello":"world","viewer":"minji"}}}""");
        await socket.ExpectExactlyAsync("""{"id":"1","type":"complete"}""");
    }

    [Fact(Timeout = 180_000)]
    public async Task A_subscription_is_a_result_for_each_event_until_the_client_completes_it()
    {
        await socket.SubscribeAsync("s", Room);
        await socket.SubscribeAsync("m", """mutation { say(room: "a", text: "안녕") }""");
        var messages = new[] { await socket.ReceiveAsync(), await socket.ReceiveAsync(), await socket.ReceiveAsync() };
        Assert.Contains("""{"id":"s","type":"next","payload":{"data":{"said":{"text":"안녕"}}}}""",
            messages.Select(message => message!.ToJsonString(
                new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })));
        Assert.Equal(1, api.Room.SubscriberCount);

        await socket.CompleteAsync("s");
        await socket.SettleAsync(); // Nothing comes before the answer to this.
        while (api.Room.SubscriberCount > 0) await Task.Yield();
        while (api.Visits.Open > 0) await Task.Yield();
    }

    [Fact(Timeout = 180_000)]
    public async Task A_source_that_ends_completes_its_subscription_and_frees_its_id()
    {
        for (var round = 0; round < 3; round++)
        {
            await socket.SubscribeAsync("1", """subscription { flood(name: "f", events: 2, characters: 1) }""");
            await socket.ExpectExactlyAsync("""{"id":"1","type":"next","payload":{"data":{"flood":"x"}}}""");
            await socket.ExpectExactlyAsync("""{"id":"1","type":"next","payload":{"data":{"flood":"x"}}}""");
            await socket.ExpectExactlyAsync("""{"id":"1","type":"complete"}""");
        }
    }

    [Theory(Timeout = 180_000)]
    [InlineData("{", "GRAPHQL_PARSE_FAILED")]
    [InlineData("{ nothing }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription { refused }", "FORBIDDEN")]
    public async Task What_cannot_be_executed_is_one_error_message(string query, string code)
    {
        await socket.SubscribeAsync("1", query);
        var error = await socket.ExpectAsync("error");
        Assert.Equal(code, (string?)error["payload"]![0]!["extensions"]!["code"]);
        await socket.SettleAsync(); // No completion follows.
    }

    [Fact(Timeout = 180_000)]
    public async Task A_field_that_breaks_is_masked_in_the_result_and_logged_with_its_id()
    {
        await socket.SubscribeAsync("1", "{ broken }");
        var next = await socket.ExpectAsync("next");
        var error = next["payload"]!["errors"]![0]!;
        Assert.Equal("Internal server error.", (string?)error["message"]);
        Assert.Contains((string)error["extensions"]!["errorId"]!, api.Log.Text, StringComparison.Ordinal);
        await socket.ExpectAsync("complete");
    }

    [Fact(Timeout = 180_000)]
    public async Task A_source_that_breaks_is_masked_and_logged_and_ends_its_subscription_only()
    {
        await socket.SubscribeAsync("1", "subscription { broken }");
        await socket.ExpectExactlyAsync("""{"id":"1","type":"next","payload":{"data":{"broken":"one"}}}""");
        var last = await socket.ExpectAsync("next");
        Assert.DoesNotContain("secret", last.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains((string)last["payload"]!["errors"]![0]!["extensions"]!["errorId"]!, api.Log.Text, StringComparison.Ordinal);
        await socket.ExpectAsync("complete");
        await socket.SettleAsync();
    }

    [Fact(Timeout = 180_000)]
    public async Task One_id_is_one_operation_at_a_time()
    {
        await socket.SubscribeAsync("1", Room);
        await socket.SubscribeAsync("1", "{ hello }");
        Assert.Equal(4409, await socket.ClosedAsync());
        Assert.Equal("Subscriber for 1 already exists", socket.CloseReason);
        while (api.Room.SubscriberCount > 0) await Task.Yield();
    }

    [Fact(Timeout = 180_000)]
    public async Task One_operation_more_than_allowed_is_refused_and_the_others_go_on()
    {
        foreach (var id in new[] { "1", "2", "3", "4" }) await socket.SubscribeAsync(id, Room);
        var error = await socket.ExpectAsync("error");
        Assert.Equal(("4", "TOO_MANY_OPERATIONS"), ((string?)error["id"], (string?)error["payload"]![0]!["extensions"]!["code"]));
        api.Room.Publish("a", new Said("hello"));
        for (var i = 0; i < 3; i++) await socket.ExpectAsync("next");
    }

    [Fact(Timeout = 180_000)]
    public async Task Completing_what_does_not_run_is_of_no_matter()
    {
        await socket.CompleteAsync("nothing");
        await socket.SettleAsync();
    }

    [Fact(Timeout = 180_000)]
    public async Task Each_operation_and_each_event_has_a_scope_of_its_own()
    {
        await socket.SubscribeAsync("1", """subscription { said(room: "a") { visit } }""");
        await socket.SettleAsync();
        var visits = new HashSet<int>();
        for (var i = 0; i < 3; i++)
        {
            api.Room.Publish("a", new Said("hello"));
            visits.Add((int)(await socket.ExpectAsync("next"))["payload"]!["data"]!["said"]!["visit"]!);
        }
        Assert.Equal(3, visits.Count);
    }

    [Fact(Timeout = 180_000)]
    public async Task A_client_that_is_gone_leaves_nothing_behind()
    {
        await socket.SubscribeAsync("1", Room);
        await socket.SubscribeAsync("2", "{ wait }");
        await api.Visits.Waiting.Task;
        socket.Dispose();
        while (api.Connections > 0) await Task.Yield();
        Assert.Equal((0, 0), (api.Room.SubscriberCount, api.Visits.Open));
    }

    [Fact(Timeout = 180_000)]
    public async Task A_client_that_says_goodbye_is_answered()
    {
        await socket.SubscribeAsync("1", Room);
        await socket.CloseAsync();
        while (api.Connections > 0) await Task.Yield();
        Assert.Equal(0, api.Room.SubscriberCount);
    }
}
