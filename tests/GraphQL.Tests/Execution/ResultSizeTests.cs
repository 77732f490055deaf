namespace Jobs.GraphQL.Tests.Execution;

public sealed class ResultSizeTests
{
    // The root takes 2 values, the list 1 and one for each item.
    private const string Sdl = "type Query { numbers: [Int!]  always: [Int!]! }";

    private int read;

    [Fact]
    public async Task An_answer_of_as_many_values_as_are_allowed_is_given() =>
        Assert.Equal("""{"data":{"numbers":[1,2,3]}}""", await Engine(Numbers(3)).SendAsync("{ numbers }"));

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(700)]
    public async Task A_list_that_is_there_already_counts_like_one_that_is_made(int count)
    {
        object[] lists = [Numbers(count).ToArray(), Numbers(count).ToList()];
        foreach (var list in lists)
            Assert.Equal(count > 3, (await Engine(list).SendAsync("{ numbers }")).Contains("RESULT_TOO_LARGE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_has_keys_is_no_list()
    {
        foreach (var keyed in new object[] { new Dictionary<int, int> { [1] = 1 }, new OrderedDictionary<int, int> { [1] = 1 } })
            Assert.Contains("Expected Iterable", await Engine(keyed).SendAsync("{ numbers }"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_more_fails_the_field_in_which_it_happens()
    {
        var response = await Engine(Numbers(4)).SendAsync("{ numbers }");

        Assert.Contains("\"path\":[\"numbers\"]", response, StringComparison.Ordinal);
        Assert.Contains("RESULT_TOO_LARGE", response, StringComparison.Ordinal);
        Assert.Contains("\"data\":{\"numbers\":null}", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_null_is_not_allowed_nothing_is_left() => Assert.Contains(
        "\"data\":null", await Engine(Numbers(4)).SendAsync("{ always }"), StringComparison.Ordinal);

    [Fact]
    public async Task A_source_without_end_is_read_no_further_than_the_limit()
    {
        var response = await Engine(Numbers(int.MaxValue)).SendAsync("{ numbers }");

        Assert.Contains("RESULT_TOO_LARGE", response, StringComparison.Ordinal);
        Assert.Equal(7, read);
    }

    [Fact]
    public async Task Nor_is_one_whose_items_have_to_be_waited_for()
    {
        var response = await Engine(Later()).SendAsync("{ numbers }");

        Assert.Contains("RESULT_TOO_LARGE", response, StringComparison.Ordinal);
        Assert.Equal(7, read);
    }

    private static TestEngine Engine(object items) =>
        new TestEngine(Sdl, new GraphQLEngineOptions { MaxResultValues = 6 })
            .Field("Query.numbers", _ => items).Field("Query.always", _ => items);

    private IEnumerable<int> Numbers(int count)
    {
        for (var number = 1; number <= count; number++)
        {
            read++;
            yield return number;
        }
    }

    private async IAsyncEnumerable<object?> Later()
    {
        for (var number = 1; ; number++)
        {
            await Task.Yield();
            read++;
            yield return number;
        }
    }
}
