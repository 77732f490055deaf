using System.Text.Encodings.Web;
using System.Text.Json;

namespace Jobs.PerformanceBenchmark;

/// <summary>One operation of the benchmark: the requests of both servers have the same bytes but for their path.</summary>
/// <param name="Name">Q1 to Q7, or a variant.</param>
/// <param name="BaselinePath">Where the hand-written equal is; null where it is that of another row.</param>
/// <param name="Target">Least part of the baseline's requests a second; null where the issue asks for none.</param>
/// <param name="Requests">Sent in turn.</param>
internal sealed record Operation(string Name, string BaselinePath, double? Target, IReadOnlyList<Request> Requests)
{
    public const string ServicePath = "/graphql";
}

/// <summary>A token, or nothing, and a body.</summary>
internal sealed record Request(string? Token, string Body)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Request Of(string? token, string document, object variables) =>
        new(token, JsonSerializer.Serialize(new { query = document, variables }, Plain));

    /// <summary>Names the document instead of sending it.</summary>
    public static Request Trusted(string? token, string documentId, object variables) =>
        new(token, JsonSerializer.Serialize(new { documentId, variables }, Plain));
}
