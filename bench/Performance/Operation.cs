using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Jobs.PerformanceBenchmark;

/// <summary>One operation of the benchmark: the requests of both servers have the same bytes but for their path.</summary>
/// <param name="Name">Q1 to Q7, or a variant.</param>
/// <param name="BaselinePath">Where the hand-written equal is; null where it is that of another row.</param>
/// <param name="Target">Least part of the baseline's requests a second; null where the issue asks for none.</param>
/// <param name="Requests">Sent in turn.</param>
internal sealed record Operation(string Name, string BaselinePath, double? Target, IReadOnlyList<Request> Requests)
{
    public const string ServicePath = "/graphql";
    private const int ComparedMax = 500;

    /// <summary>Requests whose answers have to be the same.</summary>
    public IReadOnlyList<Request> Compared { get; init; } = [.. Requests.Take(ComparedMax)];

    /// <summary>Whether its answers leave rows behind, which are taken back after each turn.</summary>
    public bool Writes { get; init; }
}

/// <summary>A token, or nothing, and a body.</summary>
internal sealed record Request(string? Token, string Body)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Request Of(string? token, string document, object variables) =>
        new(token, JsonSerializer.Serialize(new { query = document, variables }, Plain));

    /// <summary>The same with the id of its document in the place of the document.</summary>
    public Request Naming(string documentId)
    {
        var variables = JsonNode.Parse(Body)!["variables"]!.DeepClone();
        return this with { Body = new JsonObject { ["documentId"] = documentId, ["variables"] = variables }.ToJsonString(Plain) };
    }
}
