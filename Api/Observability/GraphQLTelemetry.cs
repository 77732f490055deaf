using System.Diagnostics;
using System.Diagnostics.Metrics;
using Jobs.GraphQL;

namespace Jobs.Api.Observability;

/// <summary>Where spans and measurements of operations come from; docs/observability.md explains each.</summary>
public static class GraphQLTelemetry
{
    public const string Name = "Jobs.GraphQL";

    public static readonly ActivitySource Activities = new(Name);

    private static readonly Meter Meter = new(Name);

    public static readonly Histogram<double> RequestDuration = Meter.CreateHistogram<double>(
        "graphql.server.request.duration", "s", "From the parsed request to the written answer; subscriptions until they run.",
        advice: new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
        });

    public static readonly Counter<long> DeprecatedUses = Meter.CreateCounter<long>(
        "graphql.server.deprecated.uses", "{request}", "Requests that used a deprecated element of the schema.");

    /// <returns>To be disposed with the engine.</returns>
    public static Meter ObserveWaiting(GraphQLEngine engine)
    {
        var meter = new Meter(Name, version: null, tags: null, scope: engine);
        meter.CreateObservableGauge(
            "graphql.server.operations.waiting", () => engine.WaitingOperations, "{operation}", "Operations that wait for room.");
        return meter;
    }
}
