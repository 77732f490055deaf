using System.Threading.Channels;

namespace Jobs.GraphQL.Tests.Execution;

public sealed class ConcurrentExecutionTests
{
    private const string Sdl = "type Query { slow: Int quick: Int } type Subscription { tick: Int }";

    private readonly Channel<TaskCompletionSource<object?>> _begun = Channel.CreateUnbounded<TaskCompletionSource<object?>>();

    [Fact]
    public async Task An_operation_that_finds_no_room_begins_when_another_one_has_its_answer()
    {
        var engine = EngineFor(executions: 2);
        Task<string>[] answers = [engine.SendAsync("{ slow }"), engine.SendAsync("{ slow }"), engine.SendAsync("{ slow }")];
        var first = await BegunAsync();
        var second = await BegunAsync();
        Assert.False(_begun.Reader.TryPeek(out _));
        Assert.Equal(1, engine.WaitingOperations);
        second.SetResult(2);
        Assert.Equal("""{"data":{"slow":2}}""", await answers[1]);
        (await BegunAsync()).SetResult(3);
        Assert.Equal(0, engine.WaitingOperations);
        Assert.Equal("""{"data":{"slow":3}}""", await answers[2]);
        first.SetResult(1);
        Assert.Equal("""{"data":{"slow":1}}""", await answers[0]);
    }

    [Fact(Timeout = 180_000)]
    public async Task An_operation_that_was_given_up_has_left_its_room_although_its_resolver_is_still_busy()
    {
        var engine = EngineFor(executions: 1, TimeSpan.FromMilliseconds(20));
        Assert.Contains("TIMEOUT", await engine.SendAsync("{ slow }"));
        var answer = await engine.SendAsync("{ quick }");
        while (answer.Contains("TIMEOUT")) // A busy machine may take the same time for nothing.
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            answer = await engine.SendAsync("{ quick }");
        }
        Assert.Equal("""{"data":{"quick":1}}""", answer);
    }

    [Fact]
    public async Task Waiting_for_room_is_a_part_of_the_time_that_an_operation_may_take()
    {
        using var end = new ManualResetEventSlim();
        var begun = new TaskCompletionSource();
        var engine = EngineFor(executions: 1, TimeSpan.FromMilliseconds(20)).Field("Query.slow", _ =>
        {
            begun.SetResult();
            end.Wait(); // Not even the end of its time ends it.
            return 1;
        });
        var first = Task.Run(() => engine.SendAsync("{ slow }"));
        while (await Task.WhenAny(first, begun.Task) == first) // Its time was over before it had begun.
            first = Task.Run(() => engine.SendAsync("{ slow }"));
        Assert.Contains("TIMEOUT", await engine.SendAsync("{ quick }"));
        end.Set();
        await first;
    }

    [Fact]
    public async Task A_caller_that_gives_up_while_it_waits_takes_no_room()
    {
        using var caller = new CancellationTokenSource();
        var options = new GraphQLEngineOptions { MaxConcurrentExecutions = 1 };
        var (staying, leaving) = (EngineFor(options), EngineFor(options, caller.Token));
        var first = staying.SendAsync("{ slow }");
        var second = leaving.SendAsync("{ quick }");
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Equal(0, leaving.WaitingOperations);
        (await BegunAsync()).SetResult(1);
        Assert.Equal("""{"data":{"slow":1}}""", await first);
        Assert.Equal("""{"data":{"quick":1}}""", await staying.SendAsync("{ quick }"));
    }

    [Fact]
    public async Task An_event_waits_for_room_like_an_operation()
    {
        var engine = EngineFor(executions: 1).Events("Subscription.tick", _ => Ticks());
        var operation = engine.SendAsync("{ slow }");
        await using var response = await engine.RespondAsync("subscription { tick }");
        await using var events = response.Following!.GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var next = events.MoveNextAsync();
        Assert.False(next.IsCompleted);
        (await BegunAsync()).SetResult(1);
        await operation;
        Assert.True(await next);
        Assert.Equal("""{"data":{"tick":1}}""", TestEngine.Take(events.Current));

        static async IAsyncEnumerable<object?> Ticks()
        {
            await Task.CompletedTask;
            yield return 1;
        }
    }

    [Fact]
    public async Task What_is_deferred_takes_no_room()
    {
        var engine = EngineFor(new GraphQLEngineOptions { MaxConcurrentExecutions = 1, IncrementalDelivery = true });
        await using var response = await engine.RespondAsync("{ quick ... @defer { slow } }");
        response.Initial!.Dispose();
        await using var later = response.Following!.GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var next = later.MoveNextAsync();
        var deferred = await BegunAsync();
        Assert.Equal("""{"data":{"quick":1}}""", await engine.SendAsync("{ quick }"));
        deferred.SetResult(1);
        Assert.True(await next);
        Assert.Contains("\"slow\":1", TestEngine.Take(later.Current));
    }

    private ValueTask<TaskCompletionSource<object?>> BegunAsync() =>
        _begun.Reader.ReadAsync(TestContext.Current.CancellationToken);

    private TestEngine EngineFor(int executions, TimeSpan? timeout = null) => EngineFor(
        new GraphQLEngineOptions
        {
            MaxConcurrentExecutions = executions,
            ExecutionTimeout = timeout ?? TimeSpan.FromSeconds(30),
        },
        TestContext.Current.CancellationToken);

    private TestEngine EngineFor(GraphQLEngineOptions options, CancellationToken? caller = null) =>
        new TestEngine(Sdl, options) { Caller = caller ?? TestContext.Current.CancellationToken }
            .Field("Query.quick", _ => 1)
            .FieldAsync("Query.slow", _ =>
            {
                var begun = new TaskCompletionSource<object?>();
                Assert.True(_begun.Writer.TryWrite(begun));
                return begun.Task;
            });
}
