namespace Jobs.GraphQL.Tests.Execution;

public sealed class OperationSizeTests
{
    private const string Sdl = "type Query { me: Query a: Int }";

    [Fact]
    public async Task Depth_counts_the_fields_behind_fragments()
    {
        var engine = new TestEngine(Sdl, new GraphQLEngineOptions { MaxDepth = 3 });
        Assert.Equal("""{"data":{"me":null}}""", await engine.SendAsync("{ me { ...F } } fragment F on Query { me { a } }"));
        Assert.StartsWith(
            """{"errors":[{"message":"The operation is 4 fields deep; 3 are allowed.",""",
            await engine.SendAsync("{ me { ...F } } fragment F on Query { me { ... { me { a } } } }"));
    }

    [Fact]
    public async Task Fragments_that_double_at_each_step_are_counted_and_not_expanded()
    {
        var engine = new TestEngine(Sdl).Field("Query.me", _ => new object());
        var steps = string.Concat(Enumerable.Range(0, 40).Select(i =>
            $"fragment F{i} on Query {{ me {{ ...F{i + 1} }} me {{ ...F{i + 1} }} }} "));
        var response = await engine.SendAsync($"{{ ...F0 }} {steps} fragment F40 on Query {{ me {{ a }} }}");
        Assert.StartsWith("""{"errors":[{"message":"The operation selects """, response);
        Assert.EndsWith("""; 50000 are allowed.","locations":[{"line":1,"column":1}],"extensions":{"code":"TOO_MANY_FIELDS","limit":50000}}]}""", response);
    }
}
