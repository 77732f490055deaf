using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Jobs.AttackBenchmark;

/// <summary>The bytes of one HTTP request, exactly as an attacker wants them.</summary>
internal static class RawRequest
{
    private static readonly JsonSerializerOptions Unescaped = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Query(string document, string? variables = null) =>
        Post($"{{\"query\":{JsonSerializer.Serialize(document, Unescaped)},\"variables\":{variables ?? "null"}}}");

    public static byte[] Post(string body) => Post(Encoding.UTF8.GetBytes(body));

    public static byte[] Post(byte[] body, string more = "") =>
        [.. Head("POST /graphql", $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n{more}"), .. body];

    /// <summary>Without saying how much it will be.</summary>
    public static byte[] Chunked(byte[] body)
    {
        var request = new List<byte>(Head("POST /graphql", "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n"));
        foreach (var chunk in body.Chunk(16_384))
        {
            request.AddRange(Encoding.ASCII.GetBytes(chunk.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"));
            request.AddRange(chunk);
            request.AddRange("\r\n"u8);
        }

        request.AddRange("0\r\n\r\n"u8);
        return [.. request];
    }

    public static byte[] Get(string document) => Head($"GET /graphql?query={Uri.EscapeDataString(document)}", "");

    private static byte[] Head(string target, string headers) => Encoding.ASCII.GetBytes(
        $"{target} HTTP/1.1\r\nHost: localhost\r\nAccept: application/graphql-response+json\r\nConnection: close\r\n"
        + $"{headers}\r\n");
}
