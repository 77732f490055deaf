using Jobs.GraphQL.DataLoading;

namespace Jobs.GraphQL.Tests.Execution;

public sealed class SubscriptionTests
{
    private const string Sdl = """
        type Query { a: Int }
        type Subscription { ticks(from: Int! = 1): Tick  numbers: Int! }
        type Tick { number: Int!  double: Int }
        """;

    private readonly TestEngine _engine = new TestEngine(Sdl)
        .Field("Tick.number", context => context.Parent)
        .Field("Tick.double", context => 2 * (int)context.Parent!)
        .Events("Subscription.ticks", context => Ticks((int)context.Arguments["from"]!));

    private readonly TestSource _source = new();

    [Fact]
    public async Task Each_event_answers_with_the_selection_on_it()
    {
        Assert.Equal(
            [
                """{"data":{"ticks":{"number":5,"twice":10}}}""", """{"data":{"ticks":{"number":6,"twice":12}}}""",
                """{"data":{"ticks":{"number":7,"twice":14}}}""",
            ],
            await _engine.SendAllAsync(
                "subscription ($from: Int!) { ticks(from: $from) { number twice: double } }", """{"from":5}"""));
    }

    [Fact]
    public async Task A_subscription_that_runs_has_no_initial_result_and_tells_its_operation()
    {
        await using var response = await _engine.RespondAsync("subscription Clock { ticks { number } }");
        Assert.Null(response.Initial);
        Assert.NotNull(response.Following);
        Assert.Equal("Clock", response.OperationName);
    }

    [Fact]
    public async Task Where_one_result_is_expected_a_subscription_is_a_request_error() => Assert.StartsWith(
        """{"errors":[{"message":"A subscription cannot be answered by one response.",""",
        await _engine.SendAsync("subscription { ticks { number } }"));

    [Fact]
    public async Task A_query_is_one_result_and_nothing_follows()
    {
        await using var response = await _engine.RespondAsync("{ a }");
        Assert.Equal("""{"data":{"a":null}}""", TestEngine.Take(response.Initial!));
        Assert.Null(response.Following);
    }

    [Fact]
    public async Task A_source_that_cannot_be_made_is_a_single_result_with_the_error()
    {
        _engine.EventsAsync("Subscription.ticks", async _ =>
        {
            await Task.Yield();
            throw new GraphQLException("Not yours.", "FORBIDDEN");
        });
        const string error =
            """{"message":"Not yours.","locations":[{"line":1,"column":16}],"path":["ticks"],"extensions":{"code":"FORBIDDEN"}}""";
        Assert.Equal([$$"""{"errors":[{{error}}]}"""], await _engine.SendAllAsync("subscription { ticks { number } }"));
    }

    [Fact]
    public async Task An_argument_that_cannot_be_coerced_is_a_request_error()
    {
        var response = Assert.Single(await _engine.SendAllAsync(
            "subscription ($from: Int = 1) { ticks(from: $from) { number } }", """{"from":null}"""));
        Assert.Contains("\"code\":\"BAD_USER_INPUT\"", response);
        Assert.DoesNotContain("\"data\"", response);
    }

    [Fact]
    public async Task An_error_of_one_event_stays_with_that_event()
    {
        _engine.Field("Tick.number", context => (int)context.Parent! == 2 ? throw new GraphQLException("two", "ODD") : 1);
        var results = await _engine.SendAllAsync("subscription { ticks { number } }");
        Assert.Equal("""{"data":{"ticks":{"number":1}}}""", results[0]);
        Assert.Contains("\"path\":[\"ticks\",\"number\"]", results[1]);
        Assert.EndsWith("\"data\":{\"ticks\":null}}", results[1]);
        Assert.Equal(results[0], results[2]);
    }

    [Fact]
    public async Task An_event_that_may_not_be_null_nulls_the_data_of_its_result_only()
    {
        _engine.Events("Subscription.numbers", _ => Of(null, 2));
        var results = await _engine.SendAllAsync("subscription { numbers }");
        Assert.EndsWith("\"data\":null}", results[0]);
        Assert.Equal("""{"data":{"numbers":2}}""", results[1]);
    }

    [Fact]
    public async Task A_source_that_breaks_ends_the_stream_with_a_masked_error()
    {
        _engine.Events("Subscription.ticks", _ => Failing(new InvalidOperationException("secret")));
        Assert.Equal(
            [
                """{"data":{"ticks":{"number":1}}}""",
                """{"errors":[{"message":"Internal server error.","extensions":{"code":"INTERNAL_SERVER_ERROR"}}],"data":null}""",
            ],
            await _engine.SendAllAsync("subscription { ticks { number } }"));
    }

    [Fact]
    public async Task The_source_gives_the_next_event_only_when_the_next_result_is_asked_for()
    {
        _engine.Events("Subscription.ticks", _ => _source);
        await using var response = await _engine.RespondAsync("subscription { ticks { number } }");
        await using var results = response.Following!.GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.Equal(0, _source.Asked);
        var first = results.MoveNextAsync();
        _source.Give(1);
        Assert.True(await first);
        results.Current.Dispose();
        Assert.Equal(1, _source.Asked);
    }

    [Fact]
    public async Task Disposing_the_response_ends_the_source_once_and_whoever_waits_for_an_event()
    {
        _engine.Events("Subscription.ticks", _ => _source);
        var response = await _engine.RespondAsync("subscription { ticks { number } }");
        var results = response.Following!.GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var waiting = results.MoveNextAsync();
        await response.DisposeAsync();
        Assert.False(await waiting);
        await results.DisposeAsync();
        await response.DisposeAsync();
        await _source.Ended;
        Assert.Equal(1, _source.Disposed);
        Assert.False(await results.MoveNextAsync());
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_told_so_and_the_source_ends_once()
    {
        using var caller = new CancellationTokenSource();
        var engine = new TestEngine(Sdl) { Caller = caller.Token }.Events("Subscription.ticks", _ => _source);
        await using var response = await engine.RespondAsync("subscription { ticks { number } }");
        var results = response.Following!.GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var waiting = results.MoveNextAsync();
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);
        await results.DisposeAsync();
        await _source.Ended;
        Assert.Equal(1, _source.Disposed);
    }

    [Fact]
    public async Task A_consumer_that_gives_up_is_told_so()
    {
        using var consumer = new CancellationTokenSource();
        _engine.Events("Subscription.ticks", _ => _source);
        await using var response = await _engine.RespondAsync("subscription { ticks { number } }");
        var results = response.Following!.GetAsyncEnumerator(consumer.Token);
        var waiting = results.MoveNextAsync();
        await consumer.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);
        await results.DisposeAsync();
        await _source.Ended;
        Assert.Equal(1, _source.Disposed);
    }

    [Fact]
    public async Task A_source_that_ignores_its_token_keeps_nobody_waiting()
    {
        var deaf = new TestSource { IsDeaf = true };
        _engine.Events("Subscription.ticks", _ => deaf);
        var response = await _engine.RespondAsync("subscription { ticks { number } }");
        var waiting = response.Following!.GetAsyncEnumerator(TestContext.Current.CancellationToken).MoveNextAsync();
        await response.DisposeAsync();
        Assert.False(await waiting);
        Assert.Equal(0, deaf.Disposed); // It would break an iterator to be disposed while it runs.
        deaf.Give(1);
        await deaf.Ended;
        Assert.Equal(1, deaf.Disposed);
    }

    [Fact]
    public async Task Each_event_has_its_own_time()
    {
        var impatient = new GraphQLEngineOptions { ExecutionTimeout = TimeSpan.FromMilliseconds(20) };
        var engine = new TestEngine(Sdl, impatient)
            .Events("Subscription.ticks", _ => Of(1, 2, 2, 2, 2, 2, 2, 2))
            .FieldAsync("Tick.number", context => (int)context.Parent! == 1
                ? new TaskCompletionSource<object?>().Task
                : Task.FromResult<object?>(2));
        var results = await engine.SendAllAsync("subscription { ticks { number } }");
        Assert.Contains("\"code\":\"TIMEOUT\"", results[0]);
        Assert.Contains("""{"data":{"ticks":{"number":2}}}""", results); // A busy machine may be too late for one or another.
    }

    [Fact]
    public async Task A_source_that_is_not_made_in_time_is_a_timeout()
    {
        var impatient = new GraphQLEngineOptions { ExecutionTimeout = TimeSpan.FromMilliseconds(20) };
        var engine = new TestEngine(Sdl, impatient)
            .EventsAsync("Subscription.ticks", _ => new TaskCompletionSource<IAsyncEnumerable<object?>>().Task);
        Assert.Contains("\"code\":\"TIMEOUT\"", Assert.Single(await engine.SendAllAsync("subscription { ticks { number } }")));
    }

    [Fact]
    public async Task Each_event_is_answered_by_services_of_its_own_which_end_with_it()
    {
        var (opened, closed) = (0, 0);
        await using var response = await _engine.RespondAsync(
            "subscription { ticks { number } }",
            openEventScope: () =>
            {
                opened++;
                return new EventScope(TestEngine.ServicesOf(new BatchScheduler()), new OnDispose(() => closed++));
            });
        Assert.Equal(0, opened);
        await foreach (var result in response.Following!.WithCancellation(TestContext.Current.CancellationToken))
        {
            result.Dispose();
            Assert.Equal(opened, closed);
        }

        Assert.Equal(3, opened);
    }

    [Fact]
    public async Task Without_services_of_their_own_events_see_nothing_that_was_loaded_before()
    {
        var scheduler = new BatchScheduler();
        var loader = new Loader(scheduler);
        var engine = new TestEngine(Sdl) { Scheduler = () => scheduler }
            .Events("Subscription.ticks", _ => Of(1, 2))
            .FieldAsync("Tick.number", async _ => await loader.LoadAsync(7))
            .FieldAsync("Tick.double", async _ => await loader.LoadAsync(7));
        await engine.SendAllAsync("subscription { ticks { number double } }");
        Assert.Equal(2, loader.Batches);
    }

    [Fact]
    public async Task Events_are_enumerated_once()
    {
        await using var response = await _engine.RespondAsync("subscription { ticks { number } }");
        _ = response.Following!.GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.Throws<InvalidOperationException>(
            () => response.Following!.GetAsyncEnumerator(TestContext.Current.CancellationToken));
    }

    private static async IAsyncEnumerable<object?> Ticks(int from)
    {
        for (var i = 0; i < 3; i++)
        {
            await Task.Yield();
            yield return from + i;
        }
    }

    private static async IAsyncEnumerable<object?> Of(params object?[] events)
    {
        foreach (var one in events)
        {
            await Task.Yield();
            yield return one;
        }
    }

    private static async IAsyncEnumerable<object?> Failing(Exception failure)
    {
        await Task.Yield();
        yield return 1;
        throw failure;
    }

    private sealed class Loader(BatchScheduler scheduler) : DataLoader<int, object>(scheduler)
    {
        public int Batches { get; private set; }

        protected override Task<IReadOnlyDictionary<int, object>> LoadBatchAsync(
            IReadOnlyCollection<int> keys, CancellationToken cancellationToken)
        {
            Batches++;
            return Task.FromResult<IReadOnlyDictionary<int, object>>(keys.ToDictionary(key => key, key => (object)key));
        }
    }

    private sealed class OnDispose(Action action) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            action();
            return default;
        }
    }
}
