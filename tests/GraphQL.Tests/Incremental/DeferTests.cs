using System.Text.Json;
using Jobs.GraphQL.DataLoading;
using Jobs.GraphQL.Tests.Execution;

namespace Jobs.GraphQL.Tests.Incremental;

/// <remarks>Every response here was compared with that of the reference implementation, payload by payload.</remarks>
public sealed class DeferTests
{
    private readonly TestEngine _engine = Heroes.Engine();

    [Fact]
    public async Task A_deferred_fragment_follows_the_rest() => await ShouldBe(
        "{ hero { id ... @defer { name } } }",
        """{"data":{"hero":{"id":1}},"hasNext":true,"pending":[{"id":"0","path":["hero"]}]}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"name":"hero 1"}}],"completed":[{"id":"0"}]}""");

    [Fact]
    public async Task A_label_comes_with_the_announcement() => await ShouldBe(
        """{ ...F @defer(label: "later") } fragment F on Query { hero { id } }""",
        """{"data":{},"hasNext":true,"pending":[{"id":"0","path":[],"label":"later"}]}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"hero":{"id":1}}}],"completed":[{"id":"0"}]}""");

    [Theory]
    [InlineData("{ hero { id ... @defer(if: false) { name } } }", "{}")]
    [InlineData("query ($later: Boolean!) { hero { id ... @defer(if: $later) { name } } }", """{"later":false}""")]
    [InlineData("{ hero { id ... @defer { id } name } }", "{}")]
    [InlineData("{ hero { ...F ...F @defer } } fragment F on Hero { id name }", "{}")]
    public async Task Nothing_follows_if_nothing_is_left_for_later(string query, string variables) =>
        Assert.Equal(["""{"data":{"hero":{"id":1,"name":"hero 1"}}}"""], await _engine.SendAllAsync(query, variables));

    [Theory]
    [InlineData("""{"later":true}""")]
    [InlineData("{}")]
    public async Task A_condition_without_a_value_means_yes(string variables) => Assert.Equal(
        2, (await _engine.SendAllAsync("query ($later: Boolean) { hero { ... @defer(if: $later) { id } } }", variables)).Count);

    [Fact]
    public async Task Who_takes_one_result_only_gets_everything_at_once() => Assert.Equal(
        """{"data":{"hero":{"id":1,"name":"hero 1"},"numbers":[1,2,3]}}""",
        await _engine.SendAsync("{ hero { id ... @defer { name } } numbers @stream }"));

    [Fact]
    public async Task What_is_there_already_does_not_come_again() => await ShouldBe(
        "{ hero { home { city } ... @defer { home { city ruler { name } } } } }",
        """{"data":{"hero":{"home":{"city":"Tatooine"}}},"hasNext":true,"pending":[{"id":"0","path":["hero"]}]}""",
        """
        {"hasNext":false,"incremental":[{"id":"0","data":{"ruler":{"name":"Jabba"}},"subPath":["home"]}],
         "completed":[{"id":"0"}]}
        """);

    [Fact]
    public async Task What_two_fragments_ask_for_comes_once() => await ShouldBe(
        """{ hero { ... @defer(label: "A") { name id } ... @defer(label: "B") { id } } }""",
        """
        {"data":{"hero":{}},"hasNext":true,
         "pending":[{"id":"0","path":["hero"],"label":"A"},{"id":"1","path":["hero"],"label":"B"}]}
        """,
        """
        {"hasNext":false,"incremental":[{"id":"0","data":{"name":"hero 1"}},{"id":"0","data":{"id":1}}],
         "completed":[{"id":"0"},{"id":"1"}]}
        """);

    [Fact]
    public async Task A_fragment_within_a_fragment_is_announced_when_the_outer_one_is_delivered() => await ShouldBe(
        """{ hero { ... @defer(label: "outer") { home { ... @defer(label: "inner") { city } climate } } } }""",
        """{"data":{"hero":{}},"hasNext":true,"pending":[{"id":"0","path":["hero"],"label":"outer"}]}""",
        """
        {"hasNext":false,"pending":[{"id":"1","path":["hero","home"],"label":"inner"}],
         "incremental":[{"id":"0","data":{"home":{"climate":"dry"}}},{"id":"1","data":{"city":"Tatooine"}}],
         "completed":[{"id":"0"},{"id":"1"}]}
        """);

    [Fact]
    public async Task An_error_comes_with_the_fields_around_it()
    {
        _engine.Field("Hero.name", _ => throw new GraphQLException("no name", "NAMELESS"));
        await ShouldBe(
            "{ hero { id ... @defer { name } } }",
            """{"data":{"hero":{"id":1}},"hasNext":true,"pending":[{"id":"0","path":["hero"]}]}""",
            """
            {"hasNext":false,"incremental":[{"id":"0","data":{"name":null},"errors":[{"message":"no name",
             "locations":[{"line":1,"column":26}],"path":["hero","name"],"extensions":{"code":"NAMELESS"}}]}],
             "completed":[{"id":"0"}]}
            """);
    }

    [Fact]
    public async Task A_null_that_may_not_be_fails_its_fragment_and_no_other()
    {
        _engine.Field("Hero.secret", _ => throw new GraphQLException("secret", "SECRET"));
        await ShouldBe(
            "{ hero { ... @defer { id secret } ... @defer { name } } }",
            """
            {"data":{"hero":{}},"hasNext":true,"pending":[{"id":"0","path":["hero"]},{"id":"1","path":["hero"]}]}
            """,
            """
            {"hasNext":false,"incremental":[{"id":"1","data":{"name":"hero 1"}}],"completed":[{"id":"0","errors":[{
             "message":"secret","locations":[{"line":1,"column":26}],"path":["hero","secret"],
             "extensions":{"code":"SECRET"}}]},{"id":"1"}]}
            """);
    }

    [Fact]
    public async Task Beneath_a_null_nothing_is_announced()
    {
        _engine.Field("Hero.secret", _ => null);
        var response = Assert.Single(await _engine.SendAllAsync("{ hero { secret ... @defer { name } } }"));
        Assert.EndsWith("\"data\":{\"hero\":null}}", response);
    }

    [Fact]
    public async Task What_is_ready_does_not_wait_for_what_is_not()
    {
        var gate = new TaskCompletionSource<object?>();
        _engine.FieldAsync("Hero.name", _ => gate.Task);
        await using var response = await _engine.RespondAsync("{ hero { ... @defer { name } ... @defer { id } } }");
        response.Initial!.Dispose();
        await using var later = response.Following!.GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await later.MoveNextAsync());
        Assert.Equal(
            """{"hasNext":true,"incremental":[{"id":"1","data":{"id":1}}],"completed":[{"id":"1"}]}""",
            TestEngine.Take(later.Current));
        gate.SetResult("Luke");
        Assert.True(await later.MoveNextAsync());
        Assert.Equal(
            """{"hasNext":false,"incremental":[{"id":"0","data":{"name":"Luke"}}],"completed":[{"id":"0"}]}""",
            TestEngine.Take(later.Current));
        Assert.False(await later.MoveNextAsync());
    }

    [Fact]
    public async Task Nothing_deferred_runs_before_it_is_asked_for()
    {
        var asked = 0;
        _engine.Field("Hero.name", _ => asked++);
        await using var response = await _engine.RespondAsync("{ hero { id ... @defer { name } } }");
        response.Initial!.Dispose();
        Assert.Equal(0, asked);
    }

    [Fact]
    public async Task Fragments_that_are_ready_together_share_a_batch()
    {
        var scheduler = new BatchScheduler();
        var loader = new Doubles(scheduler);
        var engine = new TestEngine(Heroes.Sdl, Heroes.Options) { Scheduler = () => scheduler }
            .Field("Query.heroes", _ => new object?[] { Heroes.Hero(1), Heroes.Hero(2), Heroes.Hero(3) })
            .FieldAsync("Hero.id", async context =>
                await loader.LoadAsync((int)((IReadOnlyDictionary<string, object?>)context.Parent!)["id"]!));
        var responses = await engine.SendAllAsync("{ heroes { name ... @defer { id } ... @defer { twice: id } } }");
        Assert.Equal(2, responses.Count);
        Assert.Equal([3], loader.BatchSizes);
    }

    [Fact]
    public async Task A_mutation_defers_what_is_beneath_it()
    {
        _engine.Field("Mutation.promote", _ => Heroes.Hero(5));
        await ShouldBe(
            "mutation { promote { id ... @defer { name } } }",
            """{"data":{"promote":{"id":5}},"hasNext":true,"pending":[{"id":"0","path":["promote"]}]}""",
            """{"hasNext":false,"incremental":[{"id":"0","data":{"name":"hero 5"}}],"completed":[{"id":"0"}]}""");
    }

    [Fact]
    public async Task A_resolver_sees_deferred_fields_as_selected()
    {
        var seen = false;
        _engine.Field("Query.hero", context =>
        {
            seen = context.Selection.Has("home", "city");
            return null;
        });
        await _engine.SendAllAsync("{ hero { id ... @defer { home { ... @defer { city } } } } }");
        Assert.True(seen);
    }

    [Fact]
    public async Task Beyond_the_limit_data_comes_at_once()
    {
        var engine = Heroes.Engine(new GraphQLEngineOptions { IncrementalDelivery = true, MaxIncrementalParts = 2 });
        var responses = await engine.SendAllAsync("{ heroes { id ... @defer { name } } }");
        Assert.StartsWith(
            """{"data":{"heroes":[{"id":1},{"id":2,"name":"hero 2"},{"id":3,"name":"hero 3"}]},""", responses[0]);
        Assert.Equal(2, responses.Count);
    }

    [Fact]
    public async Task The_directives_are_known_only_where_they_are_switched_on()
    {
        const string directives = "{ __schema { directives { name } } }";
        Assert.Contains("\"stream\"", await _engine.SendAsync(directives));
        var without = new TestEngine(Heroes.Sdl);
        Assert.DoesNotContain("\"stream\"", await without.SendAsync(directives));
        Assert.Contains("Unknown directive \\\"@defer\\\".", await without.SendAsync("{ ... @defer { hero { id } } }"));
    }

    private async Task ShouldBe(string query, params string[] responses) =>
        Assert.Equal(responses.Select(Compact), await _engine.SendAllAsync(query));

    private static string Compact(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement);

    private sealed class Doubles(BatchScheduler scheduler) : DataLoader<int, object>(scheduler)
    {
        public List<int> BatchSizes { get; } = [];

        protected override async Task<IReadOnlyDictionary<int, object>> LoadBatchAsync(
            IReadOnlyCollection<int> keys, CancellationToken cancellationToken)
        {
            BatchSizes.Add(keys.Count);
            await Task.Yield();
            return keys.ToDictionary(key => key, key => (object)(2 * key));
        }
    }
}
