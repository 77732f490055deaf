namespace Jobs.GraphQL.Tests.Execution;

public sealed class TimeoutTests
{
    private const string Sdl = "type Query { stuck: Int quick: Int many: [Query] }";

    private static readonly GraphQLEngineOptions Impatient = new() { ExecutionTimeout = TimeSpan.FromMilliseconds(20) };

    [Fact]
    public async Task The_answer_does_not_wait_for_a_resolver_that_never_ends()
    {
        var engine = new TestEngine(Sdl, Impatient).Field("Query.quick", _ => 1)
            .FieldAsync("Query.stuck", _ => new TaskCompletionSource<object?>().Task);
        Assert.Equal(
            """{"errors":[{"message":"The execution took longer than 0.02 s.","extensions":{"code":"TIMEOUT"}}],"data":null}""",
            await engine.SendAsync("{ quick stuck }"));
    }

    [Fact]
    public async Task A_resolver_that_obeys_its_token_ends_the_same_way()
    {
        var engine = new TestEngine(Sdl, Impatient).FieldAsync("Query.stuck", async context =>
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return 1;
        });
        Assert.Contains("\"code\":\"TIMEOUT\"", await engine.SendAsync("{ stuck }"));
    }

    [Fact]
    public async Task A_walk_that_never_waits_is_stopped_as_well()
    {
        var engine = new TestEngine(Sdl, Impatient).Field("Query.many", _ => Endless());
        Assert.Contains("\"code\":\"TIMEOUT\"", await engine.SendAsync("{ many { many { quick } } }"));

        static IEnumerable<object?> Endless()
        {
            for (var i = 0; i < 2_000; i++)
            {
                Thread.Yield();
                yield return Some.Object();
            }
        }
    }

    [Fact]
    public async Task A_caller_that_gives_up_gets_no_result()
    {
        using var caller = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var engine = new TestEngine(Sdl) { Caller = caller.Token }.FieldAsync("Query.stuck", _ =>
        {
            started.SetResult();
            return new TaskCompletionSource<object?>().Task;
        });
        var sending = engine.SendAsync("{ stuck }");
        await started.Task;
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task A_resolver_that_fails_after_the_end_leaves_no_exception_behind()
    {
        var late = new TaskCompletionSource<object?>();
        var unobserved = new List<Exception>();
        void Watch(object? sender, UnobservedTaskExceptionEventArgs e) => unobserved.AddRange(
            e.Exception.InnerExceptions.Where(inner => inner.Message == "late failure of TimeoutTests"));

        TaskScheduler.UnobservedTaskException += Watch;
        try
        {
            var isAsked = false;
            var engine = new TestEngine(Sdl, Impatient).FieldAsync("Query.stuck", _ =>
            {
                isAsked = true;
                return late.Task;
            });
            do await engine.SendAsync("{ stuck }");
            while (!isAsked); // The time was over before.
            late.SetException(new InvalidOperationException("late failure of TimeoutTests"));
            late = null;
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Watch;
        }

        Assert.Empty(unobserved);
    }
}
