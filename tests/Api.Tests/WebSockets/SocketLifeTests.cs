using Jobs.Testing;

namespace Jobs.Api.Tests.WebSockets;

/// <summary>Silence, slow readers, and the end of the service.</summary>
public sealed class SocketLifeTests
{
    private const string Room = """subscription { said(room: "a") { text } }""";

    [Fact(Timeout = 180_000)]
    public async Task A_silent_client_is_pinged_and_stays_as_long_as_it_answers()
    {
        await using var api = await LiveApi.StartAsync(("SocketPingSeconds", 30));
        using var socket = await api.ConnectAsync();
        for (var round = 0; round < 3; round++)
        {
            await api.AdvanceAsync(TimeSpan.FromSeconds(30));
            await socket.ExpectExactlyAsync("""{"type":"ping"}""");
            await socket.SendAsync("""{"type":"pong"}""");
            await socket.SettleAsync();
        }
    }

    [Fact(Timeout = 180_000)]
    public async Task A_client_that_answers_no_ping_is_cut_and_its_subscriptions_with_it()
    {
        await using var api = await LiveApi.StartAsync(("SocketPingSeconds", 30));
        using var socket = await api.ConnectAsync();
        await socket.SubscribeAsync("1", Room);
        await socket.SettleAsync();
        await api.AdvanceAsync(TimeSpan.FromSeconds(30));
        await socket.ExpectAsync("ping");
        await api.AdvanceAsync(TimeSpan.FromSeconds(29));
        Assert.Equal(1, api.Connections);
        await api.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Null(await socket.ClosedAsync());
        while (api.Connections > 0) await Task.Yield();
        Assert.Equal(0, api.Room.SubscriberCount);
    }

    [Fact(Timeout = 180_000)]
    public async Task A_client_that_does_not_read_stops_its_source_and_is_cut_after_a_while()
    {
        await using var api = await LiveApi.StartAsync(("SendSecondsMax", 10), ("SocketPingSeconds", 3600));
        using var slow = await api.ConnectAsync();
        using var quick = await api.ConnectAsync();
        await slow.SubscribeAsync("1", """subscription { flood(name: "slow", events: 10000000, characters: 64000) }""");
        while (api.Floods["slow"].Events == 0) await Task.Yield();

        // No clock tells how long is long enough; another client's 2,000 events of the same size do.
        await quick.SubscribeAsync("1", """subscription { flood(name: "quick", events: 2000, characters: 64000) }""");
        for (var i = 0; i < 2_000; i++) await quick.ExpectAsync("next");
        await quick.ExpectAsync("complete");
        Assert.InRange(api.Floods["slow"].Events, 1, 500); // What the system's buffers on both sides hold, and a few more.

        await api.AdvanceAsync(TimeSpan.FromSeconds(11), sending: 1);
        await Wait.UntilAsync(() => api.Floods["slow"].LetGo.Task.IsCompleted, api.Time, TimeSpan.FromSeconds(11));
        while (api.Connections > 1) await Task.Yield();
        await quick.SettleAsync();
    }

    [Fact(Timeout = 180_000)]
    public async Task A_client_that_is_still_reading_an_event_is_pinged_after_it_and_not_cut_for_want_of_an_answer()
    {
        await using var api = await LiveApi.StartAsync(("SendSecondsMax", 60), ("SocketPingSeconds", 10));
        using var socket = await api.ConnectAsync();
        await socket.SubscribeAsync("1", """subscription { flood(name: "f", events: 1, characters: 20000000) }""");
        while (api.Floods["f"].Events == 0) await Task.Yield();
        await api.AdvanceAsync(TimeSpan.FromSeconds(10), sending: 1);
        await api.AdvanceAsync(TimeSpan.FromSeconds(10), sending: 1);
        await socket.ExpectAsync("next");
        await socket.ExpectAsync("complete");
        await api.AdvanceAsync(TimeSpan.FromSeconds(1));
        await socket.ExpectAsync("ping");
    }

    [Fact(Timeout = 180_000)]
    public async Task A_source_that_never_waits_does_not_keep_its_client_from_stopping_it()
    {
        await using var api = await LiveApi.StartAsync();
        using var socket = await api.ConnectAsync();
        await socket.SubscribeAsync("1", """subscription { flood(name: "f", events: 10000000, characters: 1) }""");
        await socket.ExpectAsync("next");
        await socket.CompleteAsync("1");
        await socket.SendAsync("""{"type":"ping"}""");
        while ((string?)(await socket.ReceiveAsync())?["type"] == "next")
        {
        }
        await api.Floods["f"].LetGo.Task;
    }

    [Fact(Timeout = 180_000)]
    public async Task A_service_that_stops_completes_subscriptions_lets_queries_finish_and_goes_away()
    {
        await using var api = await LiveApi.StartAsync();
        using var socket = await api.ConnectAsync();
        await socket.SubscribeAsync("s", Room);
        await socket.SubscribeAsync("q", "{ wait }");
        await api.Visits.Waiting.Task;
        var stopping = api.StopAsync();
        await socket.ExpectExactlyAsync("""{"id":"s","type":"complete"}""");
        api.Visits.WaitingEnds.SetResult("done");
        await socket.ExpectExactlyAsync("""{"id":"q","type":"next","payload":{"data":{"wait":"done"}}}""");
        await socket.ExpectExactlyAsync("""{"id":"q","type":"complete"}""");
        Assert.Equal(1001, await socket.ClosedAsync());
        await socket.CloseAsync();
        await stopping;
        Assert.Equal(0, api.Visits.Open);
    }

    [Fact(Timeout = 180_000)]
    public async Task A_client_that_does_not_answer_the_close_frame_does_not_hold_up_the_service()
    {
        await using var api = await LiveApi.StartAsync();
        using var socket = await api.ConnectAsync();
        var stopping = api.StopAsync();
        Assert.Equal(1001, await socket.ClosedAsync());
        await api.AdvanceAsync(TimeSpan.FromSeconds(6));
        await stopping;
    }
}
