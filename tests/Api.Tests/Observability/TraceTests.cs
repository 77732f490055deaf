using System.Diagnostics;
using System.Net.Http.Json;

namespace Jobs.Api.Tests.Observability;

/// <summary>What arrives at a collector: one span per operation, within its request, and nothing personal.</summary>
public sealed class TraceTests(TracedApi api) : IClassFixture<TracedApi>
{
    [Fact]
    public async Task Spans_and_measurements_of_an_operation_arrive_at_the_collector()
    {
        // Of nobody else in the process: whoever collects spans collects everybody's.
        var ofTrace = ActivityTraceId.CreateRandom().ToHexString();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql?note=a-query-string")
        {
            Content = JsonContent.Create(new
            {
                query = "query Counting($n: Int!) { counted(statements: $n) openJobs secret: jobs(kind: HOURLY) }",
                variables = new { n = 2 },
            }),
        };
        request.Headers.Add("traceparent", $"00-{ofTrace}-00f067aa0ba902b7-01");
        request.Headers.Add("User-Agent", "Somebodys-Browser/1.0");
        request.Headers.Add("apollographql-client-name", "jobs-web");
        await api.SendAsync(request);
        await api.SendAsync("{ broken }");

        var (traces, metrics) = api.Flush();
        var traceId = System.Text.Encoding.Latin1.GetString(Convert.FromHexString(ofTrace));
        Assert.Equal(4, Count(traces, traceId)); // The request, the operation and its two statements.
        Assert.Contains("graphql.operation.type", traces, StringComparison.Ordinal);
        Assert.Equal(1, Count(traces, "Counting"));
        Assert.Contains("INTERNAL_SERVER_ERROR", traces, StringComparison.Ordinal);
        Assert.Contains("SELECT 1", traces, StringComparison.Ordinal);
        Assert.Contains("graphql.server.request.duration", metrics, StringComparison.Ordinal);
        Assert.Contains("graphql.server.deprecated.uses", metrics, StringComparison.Ordinal);
        Assert.Contains("Query.openJobs", metrics, StringComparison.Ordinal);

        foreach (var personal in (string[])["a-query-string", "Somebodys-Browser", "127.0.0.1:0", "secret:", "Broken on purpose"])
            Assert.DoesNotContain(personal, traces + metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("Counting", metrics, StringComparison.Ordinal); // A name that nobody vouches for.
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
