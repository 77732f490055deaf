using System.Diagnostics;
using Jobs.Api.Sentry;
using Jobs.Api.Triage;
using Jobs.Experiments;
using Jobs.Persistence;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Jobs.Api.Observability;

/// <summary>Sends spans and measurements to a collector if the environment names one, and spans to Sentry if asked to.</summary>
public sealed class TelemetryExport(IConfiguration configuration, SentryProject sentry, IOptions<SentryOptions> sentryOptions)
    : IHostedService, IDisposable
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ServiceName = "jobs";
    private TracerProvider? traces;
    private MeterProvider? metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var hasCollector = !string.IsNullOrEmpty(configuration[Endpoint]);
        var forSentry = sentryOptions.Value.TracesOverOtlp ? sentry.Dsn : null;
        if (hasCollector || forSentry is not null) traces = BuildTraces(hasCollector, forSentry);
        if (!hasCollector) return Task.CompletedTask;
        metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .ConfigureResource(resource => resource.AddService(ServiceName).AddEnvironmentVariableDetector())
            .AddMeter(
                GraphQLTelemetry.Name, AnalyticsMetrics.MeterName, SentryMetrics.MeterName, TriageMetrics.MeterName,
                "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", SharedStatement.TelemetryName,
                "System.Runtime")
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    /// <summary>What waits goes out, for as long as the host waits for it.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(Flush, cancellationToken);

    public void Flush()
    {
        traces?.ForceFlush();
        metrics?.ForceFlush();
    }

    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
    }

    private TracerProvider BuildTraces(bool hasCollector, Dsn? forSentry)
    {
        var builder = Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .ConfigureResource(resource => resource.AddService(ServiceName).AddEnvironmentVariableDetector())
            .AddSource("Microsoft.AspNetCore", GraphQLTelemetry.Name, "Npgsql", SharedStatement.TelemetryName)
            .AddProcessor(new PersonalTags());
        if (hasCollector) builder.AddOtlpExporter();
        if (forSentry is null) return builder.Build();
        return builder.AddOtlpExporter("Sentry", exporter =>
        {
            exporter.Endpoint = forSentry.TracesAddress;
            exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
            exporter.TimeoutMilliseconds = (int)(sentryOptions.Value.RequestSecondsMax * 1000);
            exporter.Headers = $"x-sentry-auth=sentry sentry_key={forSentry.PublicKey}"; // Instead of the collector's own.
        }).Build();
    }

    /// <summary>Takes away what the framework says of whoever asks: addresses, browsers, query strings.</summary>
    private sealed class PersonalTags : BaseProcessor<Activity>
    {
        private static readonly string[] Names =
        [
            "url.query", "url.full", "client.address", "client.port", "network.peer.address", "network.peer.port",
            "user_agent.original",
        ];

        public override void OnEnd(Activity data)
        {
            foreach (var name in Names) data.SetTag(name, null);
        }
    }
}
