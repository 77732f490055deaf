using System.Collections.Concurrent;
using System.Text;
using Jobs.Api.Observability;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Jobs.Api.Tests.Observability;

/// <summary>The service with a collector beside it, which keeps the OTLP messages that arrive.</summary>
public sealed class TracedApi : ObservedApi
{
    private readonly ConcurrentDictionary<string, string> received = new();
    private WebApplication? collector;

    public override async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        collector = builder.Build();
        collector.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            // Names and values of a protobuf message stand in it as they are: enough to see what is in it and what is not.
            var text = Encoding.Latin1.GetString(body.ToArray());
            received.AddOrUpdate(signal, text, (_, before) => before + text);
        });
        await collector.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await collector!.DisposeAsync();
    }

    /// <summary>Everything that has arrived, after what waits was sent.</summary>
    public (string Traces, string Metrics) Flush()
    {
        Hosted<TelemetryExport>().Flush();
        return (received.GetValueOrDefault("traces", ""), received.GetValueOrDefault("metrics", ""));
    }

    protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        builder.Configuration.AddInMemoryCollection(
        [
            new("OTEL_EXPORTER_OTLP_ENDPOINT", collector!.Urls.Single()),
            new("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            new("OTEL_BSP_MAX_QUEUE_SIZE", "1000000"), // The spans of all tests that run beside come here as well.
        ]);
    }
}
