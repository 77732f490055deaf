using System.Buffers;
using System.Text;
using Jobs.GraphQL.DataLoading;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.PersistedOperations;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Tests.PersistedOperations;

/// <summary>An engine with one field, asked by text, by hash or by id.</summary>
internal sealed class PersistedEngine
{
    public const string Answer = """{"data":{"a":"A"}}""";

    private readonly GraphQLEngine _engine;

    public PersistedEngine(PersistedOperationOptions? options = null)
    {
        var schema = SchemaBuilder.Build(Parser.Parse("type Query { a: String } type Mutation { a: String }")).Schema!;
        schema.QueryType!.Fields.Find("a")!.Resolver = _ => new ValueTask<object?>("A");
        _engine = new GraphQLEngine(
            schema, new GraphQLEngineOptions { PersistedOperations = options ?? new PersistedOperationOptions() });
    }

    public TrustedDocuments Trusted => _engine.TrustedDocuments;

    public static string HashOf(string text) => DocumentHash.Of(Encoding.UTF8.GetBytes(text));

    /// <summary>Trusts these texts, each with the id beside it.</summary>
    public IReadOnlyList<string> Trust(params (string Id, string Text)[] documents) =>
        [.. Trusted.Replace(documents.Select(document => new OperationDocument(document.Id, document.Text, "file")))
            .Select(problem => problem.ToString())];

    /// <summary>The whole response as JSON.</summary>
    public async Task<string> SendAsync(
        string? query = null, string? hash = null, string? documentId = null, string? operationName = null,
        bool queryOnly = false)
    {
        using var result = await _engine.ExecuteAsync(
            new GraphQLRequest
            {
                Query = Encoding.UTF8.GetBytes(query ?? ""),
                PersistedQueryHash = hash,
                DocumentId = documentId,
                OperationName = operationName,
                QueryOnly = queryOnly,
                Services = new Services(),
            },
            TestContext.Current.CancellationToken);
        var response = new ArrayBufferWriter<byte>();
        result.WriteTo(response);
        return Encoding.UTF8.GetString(response.WrittenSpan);
    }

    private sealed class Services : IServiceProvider
    {
        private readonly BatchScheduler _scheduler = new();

        public object? GetService(Type serviceType) => serviceType == typeof(BatchScheduler) ? _scheduler : null;
    }
}
