using System.Net.Http.Json;
using Jobs.Api.Tests.WebSockets;
using Jobs.Testing;

namespace Jobs.Api.Tests.Http;

public sealed class ConcurrentExecutionTests
{
    private const string Hello = """{"data":{"hello":"world"}}""";

    private static CancellationToken Run => TestContext.Current.CancellationToken;

    [Fact(Timeout = 180_000)]
    public async Task A_request_that_finds_no_room_is_answered_when_another_one_has_been()
    {
        await using var api = await LiveApi.StartAsync(("ConcurrentExecutionsMax", 1));
        using var figures = new Figures(api.Engine);
        var first = SendAsync(api, "{ wait }", Run);
        await api.Visits.Waiting.Task;
        var second = SendAsync(api, "{ hello }", Run);
        Assert.Equal("""{"data":{"__typename":"Query"}}""", await SendAsync(api, "{ __typename }", Run)); // Known without room.
        await Wait.UntilAsync(() => figures.Read()["graphql.server.operations.waiting"] == 1);
        Assert.False(second.IsCompleted);
        api.Visits.WaitingEnds.SetResult("over");
        Assert.Equal("""{"data":{"wait":"over"}}""", await first);
        Assert.Equal(Hello, await second);
        Assert.Equal(0, figures.Read()["graphql.server.operations.waiting"]);
    }

    [Fact(Timeout = 180_000)]
    public async Task A_client_that_hangs_up_leaves_its_room_to_others()
    {
        await using var api = await LiveApi.StartAsync(("ConcurrentExecutionsMax", 1));
        using var hangUp = new CancellationTokenSource();
        var first = SendAsync(api, "{ wait }", hangUp.Token);
        await api.Visits.Waiting.Task;
        var second = SendAsync(api, "{ hello }", Run);
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(Hello, await second);
    }

    private static async Task<string> SendAsync(LiveApi api, string query, CancellationToken cancellationToken)
    {
        using var answer = await api.Http.PostAsJsonAsync(api.Address, new { query }, cancellationToken);
        return await answer.Content.ReadAsStringAsync(cancellationToken);
    }
}
