using System.Diagnostics;
using Jobs.Experiments;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Jobs.Api.Observability;

/// <summary>Sends spans and measurements to a collector, if the environment names one.</summary>
public sealed class TelemetryExport(IConfiguration configuration) : IHostedService, IDisposable
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ServiceName = "jobs";
    private TracerProvider? traces;
    private MeterProvider? metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(configuration[Endpoint])) return Task.CompletedTask;
        traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .ConfigureResource(resource => resource.AddService(ServiceName).AddEnvironmentVariableDetector())
            .AddSource("Microsoft.AspNetCore", GraphQLTelemetry.Name, "Npgsql")
            .AddProcessor(new PersonalTags())
            .AddOtlpExporter()
            .Build();
        metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .ConfigureResource(resource => resource.AddService(ServiceName).AddEnvironmentVariableDetector())
            .AddMeter(
                GraphQLTelemetry.Name, AnalyticsMetrics.MeterName, "Microsoft.AspNetCore.Hosting",
                "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Runtime")
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
