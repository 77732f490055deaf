using System.Buffers;
using System.Text;
using System.Text.Json;
using Jobs.GraphQL.Cost;
using Jobs.GraphQL.DataLoading;
using Jobs.GraphQL.Execution;
using Jobs.GraphQL.Incremental;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Tests.Execution;

/// <summary>An engine whose fields are answered by lambdas, or else by the key of that name in the parent dictionary.</summary>
internal sealed class TestEngine
{
    private readonly GraphQLSchema _schema;
    private readonly GraphQLEngine _engine;

    public TestEngine(string sdl, GraphQLEngineOptions? options = null)
    {
        _schema = SchemaBuilder.Build(
            Parser.Parse(sdl), options is { IncrementalDelivery: true } ? IncrementalDirectives.All : []).Schema!;
        _engine = new GraphQLEngine(_schema, options ?? new GraphQLEngineOptions());
        foreach (var type in _schema.Types.OfType<ObjectType>())
        {
            if (type.Name.StartsWith("__", StringComparison.Ordinal)) continue;
            foreach (var field in type.Fields)
                field.Resolver = ReadKey;
        }
    }

    public GraphQLSchema Schema => _schema;

    public int WaitingOperations => _engine.WaitingOperations;

    /// <summary>The services of the requests: each request has a scheduler of its own unless one is given.</summary>
    public Func<BatchScheduler> Scheduler { get; init; } = () => new BatchScheduler();

    /// <summary>Who may give up on requests: the test run, unless told otherwise.</summary>
    public CancellationToken Caller { get; init; } = TestContext.Current.CancellationToken;

    public TestEngine Field(string coordinate, Func<ResolverContext, object?> resolve) =>
        Field(coordinate, context => new ValueTask<object?>(resolve(context)));

    public TestEngine FieldAsync(string coordinate, Func<ResolverContext, Task<object?>> resolve) =>
        Field(coordinate, context => new ValueTask<object?>(resolve(context)));

    public TestEngine TypeOf(string abstractType, Func<object, string?> nameOf)
    {
        ObjectType? Resolve(object value, ResolverContext context) =>
            nameOf(value) is { } name ? (ObjectType?)_schema.FindType(name) : null;
        if (_schema.FindType(abstractType) is UnionType union)
            union.ResolveType = Resolve;
        else
            ((InterfaceType)_schema.FindType(abstractType)!).ResolveType = Resolve;
        return this;
    }

    /// <summary>What makes the events of a subscription field.</summary>
    public TestEngine Events(string coordinate, Func<ResolverContext, IAsyncEnumerable<object?>> subscribe) =>
        EventsAsync(coordinate, context => Task.FromResult(subscribe(context)));

    public TestEngine EventsAsync(string coordinate, Func<ResolverContext, Task<IAsyncEnumerable<object?>>> subscribe)
    {
        FieldOf(coordinate).Subscriber = context => new ValueTask<IAsyncEnumerable<object?>>(subscribe(context));
        FieldOf(coordinate).Resolver = context => new ValueTask<object?>(context.Parent);
        return this;
    }

    /// <summary>The whole response as JSON.</summary>
    public async Task<string> SendAsync(
        string query, string? variables = null, string? operationName = null, bool queryOnly = false,
        CostReporting costReporting = CostReporting.None)
    {
        using var json = JsonDocument.Parse(variables ?? "{}");
        using var result = await _engine.ExecuteAsync(
            new GraphQLRequest
            {
                Query = Encoding.UTF8.GetBytes(query),
                Variables = json.RootElement,
                OperationName = operationName,
                QueryOnly = queryOnly,
                CostReporting = costReporting,
                Services = new Services(Scheduler()),
            },
            Caller);
        return TextOf(result);
    }

    /// <summary>The response in whatever form it comes.</summary>
    public async Task<GraphQLResponse> RespondAsync(
        string query, string? variables = null, Func<EventScope>? openEventScope = null)
    {
        using var json = JsonDocument.Parse(variables ?? "{}"); // Given back before the first event.
        return await _engine.RespondAsync(
            new GraphQLRequest
            {
                Query = Encoding.UTF8.GetBytes(query),
                Variables = json.RootElement,
                Accepts = ResponseForms.Incremental | ResponseForms.Subscription,
                Services = ServicesOf(Scheduler()),
                OpenEventScope = openEventScope,
            },
            Caller);
    }

    /// <summary>Every result of a response, in order.</summary>
    public async Task<IReadOnlyList<string>> SendAllAsync(string query, string? variables = null)
    {
        await using var response = await RespondAsync(query, variables);
        var results = new List<string>();
        if (response.Initial is { } initial)
            results.Add(Take(initial));
        if (response.Following is { } following)
        {
            await foreach (var result in following)
                results.Add(Take(result));
        }

        return results;
    }

    public static IServiceProvider ServicesOf(BatchScheduler scheduler) => new Services(scheduler);

    /// <summary>A result as text, disposed.</summary>
    public static string Take(GraphQLResult result)
    {
        using (result)
            return TextOf(result);
    }

    private static string TextOf(GraphQLResult result)
    {
        var response = new ArrayBufferWriter<byte>();
        result.WriteTo(response);
        return Encoding.UTF8.GetString(response.WrittenSpan);
    }

    private static ValueTask<object?> ReadKey(ResolverContext context) =>
        new((context.Parent as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault(context.Field.Name));

    private TestEngine Field(string coordinate, FieldResolver resolver)
    {
        FieldOf(coordinate).Resolver = resolver;
        return this;
    }

    private FieldDefinition FieldOf(string coordinate)
    {
        var parts = coordinate.Split('.');
        return ((ObjectType)_schema.FindType(parts[0])!).Fields.Find(parts[1])!;
    }

    private sealed class Services(BatchScheduler scheduler) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(BatchScheduler) ? scheduler : null;
    }
}
