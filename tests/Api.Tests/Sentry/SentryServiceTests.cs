using System.Text.Json;
using Jobs.Api.Observability;
using Jobs.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Jobs.Api.Tests.Sentry;

/// <summary>Sending from within the whole service.</summary>
public sealed class SentryServiceTests(TracedSentryApi api) : IClassFixture<TracedSentryApi>
{
    private const string Canary = "canary-42";

    [Fact]
    public async Task An_event_has_the_lines_and_statements_of_its_request_without_their_values()
    {
        var envelope = await api.FailAsync(Canary);
        var crumbs = envelope.Item.At("breadcrumbs.values")!.Value.EnumerateArray().ToList();
        Assert.Contains(crumbs, crumb => Text(crumb, "message") == "Looking for {Text}.");
        var statement = Assert.Single(crumbs, crumb => Text(crumb, "category") == "db");
        Assert.Equal(("query", "SELECT"), (Text(statement, "type"), Text(statement, "message")));
        Assert.True(statement.GetProperty("data").GetProperty("duration_ms").GetDouble() > 0);
    }

    [Fact]
    public async Task Nothing_that_a_client_sends_is_in_what_Sentry_gets()
    {
        await api.FailAsync(Canary,
            ("User-Agent", Canary), ("Cookie", $"{Canary}={Canary}"), ("apollographql-client-name", Canary),
            ("X-Device-Id", Canary), ("X-Forwarded-For", Canary),
            ("baggage", $"{Canary}={Canary}"), ("tracestate", $"canary={Canary}"), ("Referer", $"https://x/{Canary}"));
        api.Flush();
        var envelopes = string.Join('\n', api.Receiver.Received.Select(envelope => envelope.Text));
        Assert.DoesNotContain(Canary, envelopes, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.MachineName, envelopes, StringComparison.Ordinal);
        Assert.All(api.Receiver.OtherRequests.Values, spans => Assert.DoesNotContain(Canary, spans, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Spans_of_the_same_trace_go_to_the_project_with_its_key()
    {
        var envelope = await api.FailAsync();
        api.Flush();
        var spans = api.Receiver.OtherRequests["/self/hosted/api/42/integration/otlp/v1/traces"];
        Assert.StartsWith($"sentry sentry_key={SentryReceiver.PublicKey} ", spans, StringComparison.Ordinal);
        var traceId = envelope.Item.Text("contexts.trace.trace_id")!;
        Assert.Contains(System.Text.Encoding.Latin1.GetString(Convert.FromHexString(traceId)), spans, StringComparison.Ordinal);
        Assert.Equal(["/self/hosted/api/42/integration/otlp/v1/traces"], api.Receiver.OtherRequests.Keys); // No measurements.
    }

    private static string? Text(JsonElement crumb, string name) =>
        crumb.TryGetProperty(name, out var value) ? value.GetString() : null;
}

/// <summary>The same service, its spans going to Sentry as well, and statements having names.</summary>
public sealed class TracedSentryApi : SentryApi
{
    public void Flush() => Services.GetServices<IHostedService>().OfType<TelemetryExport>().Single().Flush();

    protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        builder.Configuration.AddInMemoryCollection(
        [
            new("Sentry:TracesOverOtlp", "true"),
            new("Sentry:NameStatements", "true"),
            new("OTEL_BSP_MAX_QUEUE_SIZE", "1000000"), // The spans of all tests that run beside come here as well.
        ]);
    }
}
