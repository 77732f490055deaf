using System.Diagnostics.Metrics;
using Jobs.Persistence;

namespace Jobs.Api.Observability;

/// <summary>How long each SQL statement took, told in the flow that asked for it, where an AsyncLocal knows whose it was.</summary>
/// <remarks>From histograms that are kept anyway: Npgsql's of its commands, and that of reads that share round trips.</remarks>
internal static class StatementDurations
{
    private const string NpgsqlInstrument = "db.client.operation.duration";

    public static MeterListener Listen(Action<TimeSpan> onStatement)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if ((instrument.Meter.Name, instrument.Name) is ("Npgsql", NpgsqlInstrument)
                    or (SharedStatement.TelemetryName, SharedStatement.DurationInstrument))
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, _, _) => onStatement(TimeSpan.FromSeconds(seconds)));
        listener.Start();
        return listener;
    }
}
