using System.Buffers;
using Jobs.GraphQL.Execution;
using Jobs.GraphQL.Tests.Execution;

namespace Jobs.GraphQL.Tests.Incremental;

public sealed class IncrementalLifetimeTests
{
    private const string Everything = """
        { hero { id ... @defer { name home { city ... @defer { climate } } } ... @defer { home { ruler { name } } secret } }
          heroes @stream(initialCount: 1) { id ... @defer { name } friends @stream { id } } }
        """;

    private readonly CountingPool _memory = new();

    private GraphQLEngineOptions Options => new() { IncrementalDelivery = true, ResultMemory = _memory };

    [Fact]
    public async Task Memory_goes_back_when_everything_was_delivered()
    {
        var responses = await Heroes.Engine(Options).SendAllAsync(Everything);
        Assert.True(responses.Count > 1);
        Assert.Equal(0, _memory.Missing);
    }

    [Theory]
    [InlineData("Hero.secret")]
    [InlineData("Hero.name")]
    [InlineData("Place.climate")]
    [InlineData("Hero.id")]
    public async Task Memory_goes_back_when_something_fails(string coordinate)
    {
        await Heroes.Engine(Options).Field(coordinate, _ => throw new GraphQLException("no", "NO")).SendAllAsync(Everything);
        Assert.Equal(0, _memory.Missing);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Memory_goes_back_when_the_client_leaves(int payloads)
    {
        var gate = new TaskCompletionSource<object?>();
        var engine = Heroes.Engine(Options).FieldAsync("Place.city", _ => gate.Task).FieldAsync("Hero.name", _ => gate.Task);
        var response = await engine.RespondAsync(Everything);
        response.Initial!.Dispose();
        var later = response.Following!.GetAsyncEnumerator(TestContext.Current.CancellationToken);
        for (var i = 0; i < payloads; i++)
        {
            Assert.True(await later.MoveNextAsync());
            later.Current.Dispose();
        }

        await response.DisposeAsync();
        Assert.False(await later.MoveNextAsync());
        Assert.Equal(0, _memory.Missing);
        gate.SetResult(null); // Whoever was left behind writes nothing into memory that is somebody else's by now.
        Assert.Equal(0, _memory.Missing);
    }

    [Fact]
    public async Task Leaving_ends_a_source_once_and_cancels_its_token()
    {
        var source = new TestSource();
        var engine = Heroes.Engine().Field("Query.numbers", _ => source);
        var response = await engine.RespondAsync("{ numbers @stream }");
        response.Initial!.Dispose();
        var later = response.Following!.GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var waiting = later.MoveNextAsync();
        await response.DisposeAsync();
        Assert.False(await waiting);
        await later.DisposeAsync();
        await source.Ended;
        Assert.Equal(1, source.Disposed);
    }

    [Fact]
    public async Task A_source_beneath_a_null_is_ended()
    {
        var source = new TestSource();
        source.Give(1);
        var engine = new TestEngine("type Query { box: Box } type Box { numbers: [Int] broken: Int! }", Heroes.Options)
            .Field("Query.box", _ => Some.Object())
            .Field("Box.numbers", _ => source)
            .FieldAsync("Box.broken", async _ =>
            {
                await Task.Yield();
                return null;
            });
        var response = Assert.Single(await engine.SendAllAsync("{ box { numbers @stream(initialCount: 1) broken } }"));
        Assert.EndsWith("\"data\":{\"box\":null}}", response);
        await source.Ended;
        Assert.Equal(1, source.Disposed);
    }

    [Fact]
    public async Task What_is_not_there_in_time_ends_with_an_error_and_the_rest_is_delivered()
    {
        var options = new GraphQLEngineOptions { IncrementalDelivery = true, ExecutionTimeout = TimeSpan.FromSeconds(1) };
        var engine = Heroes.Engine(options).FieldAsync("Hero.name", _ => new TaskCompletionSource<object?>().Task);
        var responses = await engine.SendAllAsync("{ hero { ... @defer { id } ... @defer { name } } }");
        Assert.Contains("\"incremental\":[{\"id\":\"0\",\"data\":{\"id\":1}}]", string.Concat(responses));
        Assert.Contains("\"completed\":[{\"id\":\"1\",\"errors\":[", responses[^1]);
        Assert.Contains("\"code\":\"TIMEOUT\"", responses[^1]);
        Assert.StartsWith("{\"hasNext\":false", responses[^1]);
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_told_so()
    {
        using var caller = new CancellationTokenSource();
        var engine = new TestEngine(Heroes.Sdl, Heroes.Options) { Caller = caller.Token }
            .Field("Query.hero", _ => Heroes.Hero(1))
            .FieldAsync("Hero.name", _ => new TaskCompletionSource<object?>().Task);
        await using var response = await engine.RespondAsync("{ hero { id ... @defer { name } } }");
        response.Initial!.Dispose();
        var waiting = response.Following!.GetAsyncEnumerator(caller.Token).MoveNextAsync();
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);
    }

    /// <summary>Counts the arrays that were taken and not given back.</summary>
    private sealed class CountingPool : ArrayPool<ResultSlot>
    {
        private readonly HashSet<ResultSlot[]> _taken = [];
        private readonly Lock _gate = new();

        public int Missing
        {
            get
            {
                lock (_gate)
                    return _taken.Count;
            }
        }

        public override ResultSlot[] Rent(int minimumLength)
        {
            var array = new ResultSlot[minimumLength];
            lock (_gate)
                _taken.Add(array);
            return array;
        }

        public override void Return(ResultSlot[] array, bool clearArray = false)
        {
            lock (_gate)
            {
                if (!_taken.Remove(array)) throw new InvalidOperationException("The array was given back already.");
            }
        }
    }
}
