using System.Text.Json;

namespace Jobs.GraphQL.PersistedOperations;

/// <summary>
/// The JSON that client builds write: an object of texts by id (relay-compiler, graphql-codegen), or Apollo's
/// <c>apollo-persisted-query-manifest</c> with a list of operations.
/// </summary>
internal static class OperationManifest
{
    private const string ApolloFormat = "apollo-persisted-query-manifest";
    private const int ApolloVersion = 1;

    public static OperationDocuments Read(ReadOnlyMemory<byte> json, string origin)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return Unreadable(origin, "a manifest is a JSON object");
            return IsApollo(root) ? ReadOperations(root, origin) : ReadTexts(root, origin);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException) // The latter: half a character.
        {
            return Unreadable(origin, $"this is no JSON: {problem.Message}");
        }
    }

    private static bool IsApollo(JsonElement root) =>
        root.TryGetProperty("format", out var format) && format.ValueKind == JsonValueKind.String
        && format.GetString() == ApolloFormat;

    private static OperationDocuments ReadOperations(JsonElement root, string origin)
    {
        if (!root.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number
            || !version.TryGetInt32(out var number) || number != ApolloVersion)
            return Unreadable(origin, $"only version {ApolloVersion} of {ApolloFormat} is known");
        if (!root.TryGetProperty("operations", out var operations) || operations.ValueKind != JsonValueKind.Array)
            return Unreadable(origin, "there is no list of operations");
        var documents = new List<OperationDocument>();
        var problems = new List<OperationDocumentProblem>();
        foreach (var (index, operation) in operations.EnumerateArray().Index())
        {
            if (Text(operation, "id") is { } id && Text(operation, "body") is { } body)
                documents.Add(new OperationDocument(id, body, origin));
            else
                problems.Add(new OperationDocumentProblem(origin, $"operations[{index}]", "it needs the texts \"id\" and \"body\""));
        }

        return new OperationDocuments(documents, problems);
    }

    private static OperationDocuments ReadTexts(JsonElement root, string origin)
    {
        var documents = new List<OperationDocument>();
        var problems = new List<OperationDocumentProblem>();
        foreach (var member in root.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.String)
                documents.Add(new OperationDocument(member.Name, member.Value.GetString()!, origin));
            else
                problems.Add(new OperationDocumentProblem(origin, member.Name, "the document must be a text"));
        }

        return new OperationDocuments(documents, problems);
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static OperationDocuments Unreadable(string origin, string message) =>
        new([], [new OperationDocumentProblem(origin, Id: null, message)]);
}
