using System.Buffers;
using System.Text;
using System.Text.Json;
using Jobs.GraphQL.Diagnostics;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Tests.Diagnostics;

/// <summary>What an observer is told about a request, above all which deprecated elements it uses.</summary>
public sealed class OperationObserverTests
{
    private const string Sdl = """
        directive @cut(at: Int @deprecated) on FIELD
        type Query {
          jobs(kind: Kind, near: Near, nears: [Near!], old: Int @deprecated(reason: "none")): [Job]
          openJobs: [Job] @deprecated(reason: "Use jobs.")
        }
        interface Job { id: ID! title: String @deprecated(reason: "Use name.") }
        type Post implements Job { id: ID! title: String @deprecated(reason: "Use name.") }
        enum Kind { HOURLY DAILY @deprecated }
        input Near { place: Int zip: String @deprecated deeper: Near }
        input Unrelated { a: Int }
        """;

    [Theory]
    [InlineData("{ jobs { id } }")]
    [InlineData("{ openJobs { id } a: openJobs { id } }", "Query.openJobs")]
    [InlineData("{ jobs { title } }", "Job.title")]
    [InlineData("{ jobs { ... on Post { title } } }", "Post.title")]
    [InlineData("{ ...A } fragment A on Query { jobs { ...B } } fragment B on Job { title }", "Job.title")]
    [InlineData("query Q { jobs { id } } query R { openJobs { id } }")]
    [InlineData("{ openJobs @skip(if: true) { id } }", "Query.openJobs")]
    [InlineData("{ jobs(old: 1) { id } }", "Query.jobs(old:)")]
    [InlineData("{ jobs @cut(at: 1) { id } }", "@cut(at:)")]
    [InlineData("{ jobs(kind: DAILY) { id } }", "Kind.DAILY")]
    [InlineData("{ jobs(nears: [{ deeper: { zip: \"1\" } }]) { id } }", "Near.zip")]
    [InlineData("query ($k: Kind = DAILY) { jobs(kind: $k) { id } }", "Kind.DAILY")]
    public async Task A_document_tells_which_deprecated_elements_it_uses(string query, params string[] coordinates) =>
        Assert.Equal(coordinates, (await ObserveAsync(query, "{}")).Deprecated.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("""{ "kind": "DAILY" }""", "Kind.DAILY")]
    [InlineData("""{ "kind": "HOURLY", "near": { "place": 1 } }""")]
    [InlineData("""{ "near": { "place": 1, "deeper": { "deeper": { "zip": "06236" } } } }""", "Near.zip")]
    [InlineData("""{ "nears": { "zip": null } }""", "Near.zip")]
    [InlineData("""{ "nears": [{ "place": 1 }, { "zip": "06236" }] }""", "Near.zip")]
    [InlineData("""{ "kind": null, "near": null, "other": "DAILY" }""")]
    public async Task Variables_tell_it_too(string variables, params string[] coordinates)
    {
        const string Query = "query ($kind: Kind, $near: Near, $nears: [Near!]) "
            + "{ jobs(kind: $kind, near: $near, nears: $nears) { id } }";
        Assert.Equal(coordinates, (await ObserveAsync(Query, variables)).Deprecated);
    }

    [Fact]
    public async Task It_hears_of_the_operation_and_of_the_end_when_the_result_has_been_written()
    {
        var seen = await ObserveAsync("query Mine { jobs { id } }", "{}");
        Assert.Equal(["chosen Mine Query", "executing", "written", "ended 22 bytes"], seen.Events);
        Assert.Equal(64, seen.DocumentHash!.Length);
    }

    [Fact]
    public async Task It_hears_what_each_field_of_a_mutation_returned_and_of_no_others()
    {
        var schema = Tests.TypeSystem.Sdl.Schema("type Query { a: Int } type Mutation { add(n: Int): Sum fail: Int } type Sum { is: Int }");
        schema.MutationType!.Fields.Find("add")!.Resolver = async context =>
        {
            await Task.Yield();
            return $"sum {context.Arguments["n"]}";
        };
        schema.MutationType.Fields.Find("fail")!.Resolver = _ => throw new InvalidOperationException();
        ((ObjectType)schema.FindType("Sum")!).Fields[0].Resolver = _ => new(1);
        var seen = await ObserveAsync(schema, "mutation { one: add(n: 1) { is } fail two: add(n: 2) { is } }", "{}");
        Assert.Equal(["chosen  Mutation", "executing", "mutated sum 1", "mutated sum 2", "written"], seen.Events.SkipLast(1));
    }

    [Fact]
    public async Task It_hears_of_no_execution_where_the_answer_is_known_beforehand()
    {
        var seen = await ObserveAsync("query Mine { __typename }", "{}");
        Assert.Equal(["chosen Mine Query", "written", "ended 31 bytes"], seen.Events);
    }

    [Fact]
    public async Task It_hears_of_bytes_that_were_written_for_another_request()
    {
        var engine = new GraphQLEngine(Tests.TypeSystem.Sdl.Schema(Sdl), new GraphQLEngineOptions());
        for (var time = 0; time < 2; time++)
        {
            var observer = new Observer();
            await using var response = await engine.RespondAsync(
                new GraphQLRequest { Query = "{ __typename }"u8.ToArray(), Services = new NoServices(), Observer = observer },
                TestContext.Current.CancellationToken);
            using var result = response.Initial!;
            Assert.Equal(time == 1, result.TryGetWritten(out _));
            if (time == 0) result.WriteTo(new ArrayBufferWriter<byte>());
            result.Dispose();
            Assert.Equal("ended 31 bytes", observer.Events[^1]);
        }
    }

    [Fact]
    public async Task It_hears_only_of_the_end_where_nothing_is_executed()
    {
        var seen = await ObserveAsync("{ nothing }", "{}");
        Assert.Equal("written", seen.Events[0]);
        Assert.StartsWith("ended ", seen.Events[1], StringComparison.Ordinal);
        Assert.Equal(ErrorCodes.ValidationFailed, Assert.Single(seen.Errors).Code);
    }

    [Fact]
    public void The_deprecated_elements_of_a_schema_are_listed_with_their_reasons() => Assert.Equal(
        [
            ("Query.jobs(old:)", "none"), ("Query.openJobs", "Use jobs."), ("Job.title", "Use name."),
            ("Post.title", "Use name."), ("Kind.DAILY", "No longer supported"), ("Near.zip", "No longer supported"),
        ],
        Tests.TypeSystem.Sdl.Schema(Sdl).DeprecatedElements.Coordinates);

    private static Task<Observer> ObserveAsync(string query, string variables)
    {
        var schema = Tests.TypeSystem.Sdl.Schema(Sdl);
        foreach (var field in schema.QueryType!.Fields) field.Resolver = _ => new ValueTask<object?>((object?)null);
        return ObserveAsync(schema, query, variables);
    }

    private static async Task<Observer> ObserveAsync(GraphQLSchema schema, string query, string variables)
    {
        var observer = new Observer();
        using var json = JsonDocument.Parse(variables);
        var request = new GraphQLRequest
        {
            Query = Encoding.UTF8.GetBytes(query),
            OperationName = query.Contains("query Q", StringComparison.Ordinal) ? "Q" : null,
            Variables = json.RootElement,
            Services = new NoServices(),
            Observer = observer,
        };
        observer.Variables = json.RootElement;
        await using var response = await new GraphQLEngine(schema, new GraphQLEngineOptions())
            .RespondAsync(request, TestContext.Current.CancellationToken);
        using var result = response.Initial!;
        result.WriteTo(new ArrayBufferWriter<byte>());
        observer.Events.Add("written");
        result.Dispose();
        return observer;
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }

    private sealed class Observer : OperationObserver
    {
        public List<string> Events { get; } = [];

        public JsonElement Variables { get; set; }

        public IReadOnlyCollection<string> Deprecated { get; private set; } = [];

        public string? DocumentHash { get; private set; }

        public IReadOnlyList<GraphQLError> Errors { get; private set; } = [];

        public override void OnOperation(ObservedOperation operation)
        {
            Events.Add($"chosen {operation.Name} {operation.Type}");
            Deprecated = operation.DeprecatedUsesWith(Variables);
            DocumentHash = operation.DocumentHash;
        }

        public override void OnExecuting() => Events.Add("executing");

        public override void OnMutated(object? value) => Events.Add($"mutated {value}");

        protected override void OnEnd(GraphQLResult? result)
        {
            Events.Add($"ended {WrittenBytes} bytes");
            Errors = result!.Errors;
        }
    }
}
