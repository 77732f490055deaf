namespace Jobs.GraphQL.Tests.Execution;

public sealed class MutationTests
{
    private const string Sdl =
        "type Query { q: Int } type Mutation { a: Payload b: Payload c: Payload! } type Payload { slow: Int }";

    [Fact]
    public async Task A_mutation_begins_when_everything_beneath_the_one_before_is_there()
    {
        var log = new List<string>();
        var engine = new TestEngine(Sdl);
        foreach (var name in (string[])["a", "b"])
        {
            engine.FieldAsync($"Mutation.{name}", async _ =>
            {
                log.Add($"{name} begins");
                await Task.Yield();
                return Some.Object(("name", name));
            });
        }

        engine.FieldAsync("Payload.slow", async context =>
        {
            await Task.Yield();
            await Task.Yield();
            log.Add($"beneath {((IReadOnlyDictionary<string, object?>)context.Parent!)["name"]}");
            return 1;
        });
        Assert.Equal(
            """{"data":{"a":{"slow":1},"b":{"slow":1}}}""", await engine.SendAsync("mutation { a { slow } b { slow } }"));
        Assert.Equal(["a begins", "beneath a", "b begins", "beneath b"], log);
    }

    [Fact]
    public async Task After_a_failure_that_empties_the_response_no_further_mutation_begins()
    {
        var began = new List<string>();
        var engine = new TestEngine(Sdl)
            .Field("Mutation.c", _ => throw new GraphQLException("no", "NO"))
            .Field("Mutation.a", _ =>
            {
                began.Add("a");
                return null;
            });
        Assert.EndsWith(""","data":null}""", await engine.SendAsync("mutation { c { slow } a { slow } }"));
        Assert.Empty(began);
    }

    [Fact]
    public async Task Query_fields_are_under_way_together()
    {
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());
        var engine = new TestEngine("type Query { a: Int b: Int }")
            .FieldAsync("Query.a", async _ =>
            {
                first.SetResult();
                await second.Task; // Comes to its end only if the other field is started meanwhile.
                return 1;
            })
            .FieldAsync("Query.b", async _ =>
            {
                second.SetResult();
                await first.Task;
                return 2;
            });
        Assert.Equal("""{"data":{"a":1,"b":2}}""", await engine.SendAsync("{ a b }"));
    }
}
