using Jobs.GraphQL.DataLoading;
using Jobs.GraphQL.Tests.Execution;

namespace Jobs.GraphQL.Tests.DataLoading;

public sealed class DataLoaderTests
{
    private const string Sdl = """
        type Query { posts: [Post] post: Post }
        type Mutation { touch: Post }
        type Post { employer: Employer late: Employer category: Int }
        type Employer { name: String place: Place }
        type Place { id: Int }
        """;

    private readonly BatchScheduler _scheduler = new();
    private readonly NumberById _employers;
    private readonly NumberById _places;
    private readonly TestEngine _engine;

    public DataLoaderTests()
    {
        (_employers, _places) = (new NumberById(_scheduler), new NumberById(_scheduler));
        _engine = new TestEngine(Sdl) { Scheduler = () => _scheduler }
            .Field("Query.posts", _ => Enumerable.Range(1, 20).Select(id => (object?)id).ToArray())
            .FieldAsync("Post.employer", async context => await _employers.LoadAsync((int)context.Parent!))
            .FieldAsync("Post.late", async context =>
            {
                await Task.Yield();
                return await _employers.LoadAsync((int)context.Parent!);
            })
            .Field("Post.category", _ => 1)
            .Field("Employer.name", context => $"employer {context.Parent}")
            .FieldAsync("Employer.place", async context => await _places.LoadAsync((int)context.Parent! / 10))
            .Field("Place.id", context => context.Parent);
    }

    [Fact]
    public async Task Twenty_siblings_are_one_batch()
    {
        var response = await SendAsync("{ posts { employer { name } category } }");
        Assert.Equal([20], _employers.BatchSizes);
        Assert.Contains("""{"employer":{"name":"employer 120"},"category":1}""", response);
    }

    [Fact]
    public async Task Loaders_behind_loaders_give_one_batch_per_level()
    {
        await SendAsync("{ posts { employer { place { id } } } }");
        Assert.Equal([20], _employers.BatchSizes);
        Assert.Equal([3], _places.BatchSizes);
    }

    [Fact]
    public async Task A_loader_called_after_an_await_joins_the_batch_of_its_siblings()
    {
        await SendAsync("{ posts { employer { name } late { name } } }");
        Assert.Equal([20], _employers.BatchSizes);
    }

    [Fact]
    public async Task A_loader_called_off_the_queue_is_answered_too()
    {
        _engine.FieldAsync("Post.late", async context =>
        {
            await Task.Run(() => { }, TestContext.Current.CancellationToken).ConfigureAwait(false);
            return await _employers.LoadAsync((int)context.Parent!).ConfigureAwait(false);
        });
        var response = await SendAsync("{ posts { late { name } } }");
        Assert.Contains("""{"late":{"name":"employer 120"}}""", response);
        Assert.Equal(20, _employers.BatchSizes.Sum());
    }

    [Fact]
    public async Task Branches_of_different_depth_share_what_they_can()
    {
        _engine.Field("Query.post", _ => 150);
        await SendAsync("{ posts { late { place { id } } } post { category employer { place { id } } } }");
        Assert.Equal([21], _employers.BatchSizes);
        Assert.Equal([4], _places.BatchSizes);
    }

    [Fact]
    public async Task A_key_is_loaded_once_however_often_it_is_asked_for()
    {
        var again = new NumberById(_scheduler);
        _engine.FieldAsync("Post.employer", async _ => await again.LoadAsync(7))
            .FieldAsync("Employer.place", async _ => await again.LoadAsync(7));
        await SendAsync("{ posts { employer { place { id } } } }");
        Assert.Equal([1], again.BatchSizes);
    }

    [Fact]
    public async Task A_batch_that_fails_fails_the_fields_that_wait_for_it()
    {
        _employers.Failure = new GraphQLException("no employers today", "UNAVAILABLE");
        var response = await SendAsync("{ posts { employer { name } category } }");
        Assert.Equal(20, response.Split("no employers today").Length - 1);
        Assert.Equal(20, response.Split("""{"employer":null,"category":1}""").Length - 1);
    }

    [Fact]
    public async Task A_batch_that_fails_is_tried_again_when_asked_again()
    {
        _employers.Failure = new InvalidOperationException("once");
        await Assert.ThrowsAsync<InvalidOperationException>(() => _employers.LoadAsync(1));
        _employers.Failure = null;
        Assert.Equal(101, await _employers.LoadAsync(1));
    }

    [Fact]
    public async Task More_keys_than_a_batch_may_have_become_several()
    {
        var small = new NumberById(_scheduler, new DataLoaderOptions { MaxBatchSize = 8 });
        _engine.FieldAsync("Post.employer", async context => await small.LoadAsync((int)context.Parent!));
        await SendAsync("{ posts { employer { name } } }");
        Assert.Equal([8, 8, 4], small.BatchSizes);
    }

    [Fact]
    public async Task What_is_known_already_is_not_loaded()
    {
        for (var id = 1; id <= 19; id++)
            _employers.Prime(id, id);
        await SendAsync("{ posts { employer { name } } }");
        Assert.Equal([1], _employers.BatchSizes);
    }

    [Fact]
    public async Task A_mutation_sees_nothing_that_was_loaded_before_it()
    {
        _engine.FieldAsync("Mutation.touch", async _ => await _employers.LoadAsync(1));
        await SendAsync("mutation { a: touch { employer { name } } b: touch { category } }");
        Assert.Equal([1, 1, 1], _employers.BatchSizes);
    }

    [Fact]
    public async Task Several_keys_keep_their_order_and_a_missing_one_is_the_default()
    {
        Assert.Equal([103, 0, 101], await _employers.LoadManyAsync([3, -1, 1]));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => new TextById(_scheduler).LoadRequiredAsync(-1));
    }

    [Fact]
    public async Task Outside_a_request_a_batch_goes_out_by_itself()
    {
        var values = await Task.WhenAll(_employers.LoadAsync(1), _employers.LoadAsync(2));
        Assert.Equal([101, 102], values);
    }

    [Fact]
    public async Task Whoever_waits_for_a_batch_when_the_time_is_over_is_released()
    {
        var waits = false;
        var released = new TaskCompletionSource();
        var stuck = new StuckById(_scheduler);
        var impatient = new GraphQLEngineOptions { ExecutionTimeout = TimeSpan.FromMilliseconds(20) };
        var engine = new TestEngine(Sdl, impatient) { Scheduler = () => _scheduler }
            .Field("Query.posts", _ => new object[] { 1 })
            .FieldAsync("Post.employer", async context =>
            {
                waits = true;
                try
                {
                    return await stuck.LoadAsync((int)context.Parent!);
                }
                finally
                {
                    released.SetResult();
                }
            });
        do Assert.Contains("TIMEOUT", await engine.SendAsync("{ posts { employer { name } } }"));
        while (!waits); // The time was over before anybody waited.
        await released.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    private Task<string> SendAsync(string query) => _engine.SendAsync(query);

    /// <summary>Id + 100; negative ids have no value.</summary>
    private sealed class NumberById(BatchScheduler scheduler, DataLoaderOptions? options = null)
        : DataLoader<int, int>(scheduler, options)
    {
        public List<int> BatchSizes { get; } = [];

        public Exception? Failure { get; set; }

        protected override async Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(
            IReadOnlyCollection<int> keys, CancellationToken cancellationToken)
        {
            BatchSizes.Add(keys.Count);
            await Task.Yield();
            return Failure is null ? keys.Where(key => key >= 0).ToDictionary(key => key, key => key + 100) : throw Failure;
        }
    }

    private sealed class TextById(BatchScheduler scheduler) : DataLoader<int, string>(scheduler)
    {
        protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(
            IReadOnlyCollection<int> keys, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<int, string>>(new Dictionary<int, string>());
    }

    /// <summary>Ends only when its token says so.</summary>
    private sealed class StuckById(BatchScheduler scheduler) : DataLoader<int, object>(scheduler)
    {
        protected override async Task<IReadOnlyDictionary<int, object>> LoadBatchAsync(
            IReadOnlyCollection<int> keys, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new Dictionary<int, object>();
        }
    }
}
