using Jobs.GraphQL.Tests.Execution;

namespace Jobs.GraphQL.Tests.Incremental;

/// <remarks>Every response here was compared with that of the reference implementation, payload by payload.</remarks>
public sealed class StreamTests
{
    private readonly TestEngine _engine = Heroes.Engine();

    [Fact]
    public async Task The_first_items_come_at_once_and_the_others_later() => Assert.Equal(
        [
            """{"data":{"numbers":[1]},"hasNext":true,"pending":[{"id":"0","path":["numbers"]}]}""",
            """{"hasNext":false,"incremental":[{"id":"0","items":[2,3]}],"completed":[{"id":"0"}]}""",
        ],
        await _engine.SendAllAsync("{ numbers @stream(initialCount: 1) }"));

    [Fact]
    public async Task A_list_that_is_read_to_its_last_item_is_completed_without_items() => Assert.Equal(
        [
            """{"data":{"numbers":[1,2,3]},"hasNext":true,"pending":[{"id":"0","path":["numbers"],"label":"n"}]}""",
            """{"hasNext":false,"completed":[{"id":"0"}]}""",
        ],
        await _engine.SendAllAsync("{ numbers @stream(initialCount: 3, label: \"n\") }"));

    [Theory]
    [InlineData("{ numbers @stream(initialCount: 4) }", "{}")]
    [InlineData("{ numbers @stream(if: false) }", "{}")]
    [InlineData("query ($n: Int!) { numbers @stream(initialCount: $n) }", """{"n":9}""")]
    public async Task A_list_that_ends_before_is_not_streamed(string query, string variables) =>
        Assert.Equal(["""{"data":{"numbers":[1,2,3]}}"""], await _engine.SendAllAsync(query, variables));

    [Fact]
    public async Task A_negative_count_is_an_error_of_the_field()
    {
        var response = Assert.Single(await _engine.SendAllAsync("{ numbers @stream(initialCount: -1) }"));
        Assert.Contains("\"path\":[\"numbers\"],\"extensions\":{\"code\":\"BAD_USER_INPUT\"}", response);
    }

    [Fact]
    public async Task An_item_that_fails_is_null_and_has_its_index()
    {
        _engine.Field("Query.numbers", _ => new object?[] { 1, new GraphQLException("two", "ODD"), 3 });
        var responses = await _engine.SendAllAsync("{ numbers @stream(initialCount: 1) }");
        Assert.Contains("\"items\":[null,3],\"errors\":[{\"message\":\"two\"", responses[1]);
        Assert.Contains("\"path\":[\"numbers\",1]", responses[1]);
    }

    [Fact]
    public async Task An_item_that_may_not_be_null_ends_the_stream()
    {
        _engine.Field("Query.strict", _ => new object?[] { Heroes.Hero(1), Heroes.Hero(2), null, Heroes.Hero(4) });
        var responses = await _engine.SendAllAsync("{ strict @stream(initialCount: 1) { id } }");
        Assert.StartsWith(
            """{"hasNext":false,"incremental":[{"id":"0","items":[{"id":2}]}],"completed":[{"id":"0","errors":[""", responses[1]);
        Assert.Equal(2, responses.Count);
    }

    [Fact]
    public async Task Items_that_arrive_one_by_one_are_a_list_like_any_other()
    {
        _engine.Field("Query.numbers", _ => Numbers(3));
        Assert.Equal(["""{"data":{"numbers":[0,1,2]}}"""], await _engine.SendAllAsync("{ numbers }"));
    }

    [Fact]
    public async Task A_source_that_breaks_is_an_error_of_the_list()
    {
        _engine.Field("Query.numbers", _ => Numbers(2, new GraphQLException("broken", "BROKEN")));
        var whole = Assert.Single(await _engine.SendAllAsync("{ numbers }"));
        Assert.EndsWith("\"data\":{\"numbers\":null}}", whole);
        var streamed = string.Concat((await _engine.SendAllAsync("{ numbers @stream(initialCount: 1) }")).Skip(1));
        Assert.Contains("\"items\":[1]", streamed);
        Assert.Contains("\"completed\":[{\"id\":\"0\",\"errors\":[{\"message\":\"broken\"", streamed);
        Assert.Contains("\"path\":[\"numbers\"]", streamed);
    }

    [Fact]
    public async Task The_source_does_not_run_far_ahead_of_the_client()
    {
        var given = 0;
        _engine.Field("Query.numbers", _ => Endless());
        await using var response = await _engine.RespondAsync("{ numbers @stream(initialCount: 2) }");
        response.Initial!.Dispose();
        Assert.Equal(2, given);
        await using var later = response.Following!.GetAsyncEnumerator(TestContext.Current.CancellationToken);
        for (var i = 1; i <= 20; i++)
        {
            Assert.True(await later.MoveNextAsync());
            later.Current.Dispose();
            Assert.InRange(given, 2, 2 + (100 * (i + 1)));
        }

        IEnumerable<object?> Endless()
        {
            while (true)
                yield return given++;
        }
    }

    [Fact]
    public async Task What_is_deferred_in_an_item_follows_the_item()
    {
        var responses = await _engine.SendAllAsync("{ heroes @stream(initialCount: 2) { id ... @defer { name } } }");
        Assert.Contains("""[{"id":"3","path":["heroes",2]}]""", responses[1]);
        Assert.Contains("""{"id":"2","items":[{"id":3}]},{"id":"3","data":{"name":"hero 3"}}""", responses[1]);
    }

    private static async IAsyncEnumerable<object?> Numbers(int count, Exception? failure = null)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return i;
        }

        if (failure is not null) throw failure;
    }
}
