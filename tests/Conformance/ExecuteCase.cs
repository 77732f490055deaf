using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jobs.GraphQL;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;
using Jobs.GraphQL.Validation;

namespace Jobs.Conformance;

/// <summary>Kind <c>execute</c>: an operation over plain JSON data.</summary>
internal static class ExecuteCase
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1024 };
    private static readonly JsonSerializerOptions DeepToo = new() { MaxDepth = 1024 };

    private static readonly GraphQLEngineOptions Options = new()
    {
        Parser = Documents.Limits,
        ExecutionTimeout = TimeSpan.FromSeconds(4),
        Validation = new ValidationOptions { MaxErrors = 0 },
    };

    public static JsonObject Answer(JsonObject request)
    {
        var schema = SchemaBuilder.Build(Documents.Parse(request["sdl"]!)).Schema
            ?? throw new InvalidOperationException("The type system of the case is not valid.");
        using var root = Json(request["root"], "{}");
        using var variables = Json(request["variables"], "null");
        DataResolver.Bind(schema, root.RootElement);
        var engine = new GraphQLEngine(schema, Options);
        using var result = engine.ExecuteAsync(new GraphQLRequest
        {
            Query = new Source(Documents.Text(request["query"]!)).Utf8,
            OperationName = (string?)request["operationName"],
            Variables = variables.RootElement,
            Services = NoServices.Instance,
        }).GetAwaiter().GetResult();
        var response = new ArrayBufferWriter<byte>();
        result.WriteTo(response);
        return JsonNode.Parse(response.WrittenSpan, documentOptions: Deep)!.AsObject();
    }

    private static JsonDocument Json(JsonNode? node, string otherwise) =>
        JsonDocument.Parse(node?.ToJsonString(DeepToo) ?? otherwise, Deep);

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
