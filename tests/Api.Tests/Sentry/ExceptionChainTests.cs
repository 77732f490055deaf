using Jobs.Api.Sentry;

namespace Jobs.Api.Tests.Sentry;

/// <summary>How an exception is told: causes first, callers first, names of the source, nothing that somebody sent.</summary>
public sealed class ExceptionChainTests
{
    [Fact]
    public void The_innermost_exception_comes_first_and_the_outermost_has_number_0()
    {
        var inner = new FormatException("Middle.", new TimeoutException("Inner."));
        var chain = ExceptionChain.Of(new InvalidOperationException("Outer.", inner), handled: false);
        Assert.Equal(
            [
                ("System.TimeoutException", "Inner.", new SentryMechanism("chained", 2, 1, "InnerException")),
                ("System.FormatException", "Middle.", new SentryMechanism("chained", 1, 0, "InnerException")),
                ("System.InvalidOperationException", "Outer.", new SentryMechanism("generic", 0, Handled: false)),
            ],
            chain.Select(exception => (exception.Type, exception.Value, exception.Mechanism)));
        Assert.Equal("System.Private.CoreLib", chain[^1].Module);
    }

    [Fact]
    public void Several_exceptions_at_once_are_a_group_and_each_knows_its_place()
    {
        var chain = ExceptionChain.Of(
            new AggregateException(new FormatException("a", new TimeoutException("b")), new InvalidOperationException("c")),
            handled: true, mechanism: "background");
        Assert.Equal(
            [
                new SentryMechanism("chained", 3, 0, "InnerExceptions[1]"),
                new SentryMechanism("chained", 2, 1, "InnerException"),
                new SentryMechanism("chained", 1, 0, "InnerExceptions[0]"),
                new SentryMechanism("background", 0, Handled: true, IsExceptionGroup: true),
            ],
            chain.Select(exception => exception.Mechanism));
    }

    [Fact]
    public void A_chain_without_an_end_is_cut()
    {
        var many = Enumerable.Range(0, 1000).Select(_ => new FormatException("x", new FormatException()));
        var chain = ExceptionChain.Of(new AggregateException(many), handled: true);
        Assert.Equal(10, chain.Count);
        var ids = chain.Select(exception => exception.Mechanism.Id).ToList();
        Assert.All(chain.SkipLast(1), exception => Assert.Contains(exception.Mechanism.ParentId!.Value, ids));
    }

    [Fact]
    public void Frames_begin_with_the_caller_and_end_with_the_method_that_threw()
    {
        var frames = FramesOf(Thrown(() => Outer()));
        var names = frames.Select(frame => frame.Function).ToList();
        Assert.Equal([nameof(Outer), nameof(Inner)], names.TakeLast(2));
    }

    [Fact]
    public void Only_our_own_frames_are_in_the_app_and_have_a_file_within_the_project()
    {
        var frames = FramesOf(Thrown(() => Outer()));
        Assert.All(frames, frame =>
            Assert.Equal(frame.Module!.StartsWith("Jobs.", StringComparison.Ordinal), frame.IsInApp));
        Assert.Contains(frames, frame => !frame.IsInApp);
        var inner = Assert.Single(frames, frame => frame.Function == nameof(Inner));
        Assert.Equal(
            ("Jobs.Api.Tests.Sentry.ExceptionChainTests", "tests/Api.Tests/Sentry/ExceptionChainTests.cs"),
            (inner.Module, inner.Filename));
        Assert.InRange(inner.Line!.Value, 1, 1000);
    }

    [Fact]
    public async Task Async_methods_lambdas_and_local_functions_have_the_names_of_their_source()
    {
        async Task LocalAsync()
        {
            await Task.Yield();
            await Reader<string>.ReadAsync();
        }

        var exception = await Assert.ThrowsAsync<FormatException>(async () =>
        {
            await Task.Yield();
            await LocalAsync();
        });
        var ours = FramesOf(exception).Where(frame => frame.IsInApp);
        const string Here = "Jobs.Api.Tests.Sentry.ExceptionChainTests";
        const string Test = nameof(Async_methods_lambdas_and_local_functions_have_the_names_of_their_source);
        Assert.Equal(
            [
                $"{Here}|{Test} (lambda)", $"{Here}|{Test}.LocalAsync", $"{Here}.Reader`1|ReadAsync",
                $"{Here}.Reader`1|Numbers", $"{Here}|Inner",
            ],
            ours.Select(frame => $"{frame.Module}|{frame.Function}"));
        Assert.DoesNotContain(FramesOf(exception), frame =>
            frame.Function == "MoveNext" || frame.Module!.Contains("TaskAwaiter", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_many_frames_the_middle_is_cut()
    {
        var frames = FramesOf(Thrown(() => Recurse(200)));
        Assert.Equal(50, frames.Count);
        Assert.Equal(nameof(Recurse), frames[24].Function);
        Assert.Equal(nameof(Recurse), frames[25].Function);
        Assert.Equal(nameof(Inner), frames[^1].Function);
        Assert.NotEqual(nameof(Recurse), frames[0].Function);
    }

    [Fact]
    public void An_exception_that_was_never_thrown_has_no_frames() => Assert.Empty(FramesOf(new FormatException()));

    [Fact]
    public void A_message_tells_nothing_that_somebody_sent()
    {
        var inner = new FormatException("'010-1234-5678' is no number.");
        var chain = ExceptionChain.Of(new InvalidOperationException("Unknown user mina@example.com", inner), handled: true);
        Assert.Equal(["? is no number.", "Unknown user ?"], chain.Select(exception => exception.Value));
    }

    private static IReadOnlyList<SentryFrame> FramesOf(Exception exception) =>
        ExceptionChain.Of(exception, handled: true)[^1].Frames;

    private static Exception Thrown(Action act) => Assert.ThrowsAny<Exception>(act);

    private static int Outer() => Inner("none") + 1;

    private static int Inner(string text) => throw new FormatException(text);

    private static int Recurse(int depth) => depth == 0 ? Inner("none") : Recurse(depth - 1) + 1;

    private static class Reader<T>
    {
        public static async Task<int> ReadAsync()
        {
            await Task.Yield();
            return Numbers().Sum();
        }

        private static IEnumerable<int> Numbers()
        {
            yield return Inner("none");
        }
    }
}
