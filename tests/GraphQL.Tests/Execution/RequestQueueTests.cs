using Jobs.GraphQL.Execution;

namespace Jobs.GraphQL.Tests.Execution;

public sealed class RequestQueueTests
{
    private static readonly AsyncLocal<string?> Ambient = new();

    private readonly TestEngine _engine = new("type Query { items: [Item] } type Item { a: Int b: Item }");

    [Fact]
    public async Task Resolvers_of_one_request_never_run_at_the_same_time()
    {
        var (running, together) = (0, 0);
        _engine.Field("Query.items", _ => Enumerable.Repeat(Some.Object(), 50).ToArray())
            .FieldAsync("Item.a", async _ =>
            {
                for (var i = 0; i < 20; i++)
                {
                    await Task.Run(() => { }, TestContext.Current.CancellationToken);
                    if (Interlocked.Increment(ref running) > 1) together++;
                    Thread.SpinWait(50);
                    Interlocked.Decrement(ref running);
                }

                return 1;
            });
        var response = await _engine.SendAsync("{ items { a } }");
        Assert.Equal(50, response.Split("{\"a\":1}").Length - 1);
        Assert.Equal(0, together);
    }

    [Fact]
    public async Task A_resolver_that_leaves_the_queue_is_brought_back()
    {
        _engine.Field("Query.items", _ => Enumerable.Repeat(Some.Object(), 200).ToArray())
            .FieldAsync("Item.b", async _ =>
            {
                await Task.Run(() => { }, TestContext.Current.CancellationToken).ConfigureAwait(false);
                return Some.Object(("a", 2));
            });
        var response = await _engine.SendAsync("{ items { b { a } } }");
        Assert.Equal(200, response.Split("{\"b\":{\"a\":2}}").Length - 1);
    }

    [Fact]
    public async Task What_flows_with_the_caller_reaches_resolvers_on_every_thread()
    {
        var seen = new HashSet<string?>();
        _engine.Field("Query.items", _ => new[] { Some.Object() })
            .FieldAsync("Item.b", async _ =>
            {
                await Task.Run(() => { }, TestContext.Current.CancellationToken).ConfigureAwait(false);
                return Some.Object();
            })
            .Field("Item.a", _ =>
            {
                seen.Add(Ambient.Value);
                return 1;
            });
        Ambient.Value = "trace";
        await _engine.SendAsync("{ items { b { b { a } } } }");
        Assert.Equal(["trace"], seen);
    }

    [Fact]
    public async Task Requests_at_the_same_time_share_the_plan_and_nothing_else()
    {
        var engine = new TestEngine("type Query { echo(v: Int): Echo } type Echo { v: Int }")
            .FieldAsync("Query.echo", async context =>
            {
                await Task.Run(() => { }, TestContext.Current.CancellationToken);
                return Some.Object(("v", context.Arguments["v"]));
            });
        var responses = await Task.WhenAll(Enumerable.Range(0, 200).Select(i =>
            engine.SendAsync("query ($v: Int) { echo(v: $v) { v } }", $$"""{"v":{{i}}}""")));
        Assert.Equal(Enumerable.Range(0, 200).Select(i => """{"data":{"echo":{"v":""" + i + "}}}"), responses);
    }

    [Fact]
    public async Task The_caller_does_not_go_on_inside_the_queue()
    {
        _engine.FieldAsync("Query.items", async _ =>
        {
            await Task.Yield();
            return Array.Empty<object>();
        });
        var isInside = true;
        await _engine.SendAsync("{ items { a } }").ContinueWith(
            _ => isInside = SynchronizationContext.Current is RequestQueue, TestContext.Current.CancellationToken,
            TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        Assert.False(isInside);
    }
}
