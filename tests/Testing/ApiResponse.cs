using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Jobs.Testing;

/// <summary>An answer of the service.</summary>
public sealed class ApiResponse(HttpStatusCode status, string body)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task<ApiResponse> ReadAsync(HttpResponseMessage response) =>
        new(response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    public HttpStatusCode Status { get; } = status;

    public string Body { get; } = body;

    public JsonNode Json => JsonNode.Parse(Body) ?? throw new InvalidOperationException("The answer is null.");

    /// <summary>The value at a path such as <c>data.jobPosts.nodes.0.id</c>.</summary>
    public JsonNode? this[string path] => path.Split('.').Aggregate((JsonNode?)Json, (node, step) => node switch
    {
        JsonArray list => list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)],
        JsonObject members when members.ContainsKey(step) => members[step],
        _ => throw new InvalidOperationException($"There is no {step} of {path} in {Body}"),
    });

    public string Text(string path) => this[path]!.GetValue<string>();

    /// <summary>The code of the only error.</summary>
    public string ErrorCode
    {
        get
        {
            Assert.Single(this["errors"]!.AsArray());
            return Text("errors.0.extensions.code");
        }
    }

    /// <summary>Equal as JSON, the order of members included: a response keeps the order of the selection.</summary>
    public void ShouldBe(string expectedJson) =>
        Assert.Equal(JsonNode.Parse(expectedJson)!.ToJsonString(Readable), Json.ToJsonString(Readable));
}
