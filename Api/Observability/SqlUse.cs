using System.Diagnostics.Metrics;

namespace Jobs.Api.Observability;

/// <summary>The SQL statements of one operation: how many, and how long they took together.</summary>
/// <remarks>
/// Read from the histogram that Npgsql keeps of its commands anyway: it records in the flow that ran the command, so an
/// AsyncLocal tells whose it was. Parallel statements add up, to more than the operation took.
/// </remarks>
public sealed class SqlUse
{
    private const string NpgsqlMeter = "Npgsql";
    private const string DurationInstrument = "db.client.operation.duration";
    private static readonly AsyncLocal<SqlUse?> Current = new();
    private static readonly Lazy<MeterListener> Listening = new(Listen);
    private int statements;
    private double seconds;

    public int Statements => Volatile.Read(ref statements);

    public double Milliseconds => Volatile.Read(ref seconds) * 1000;

    /// <summary>Whatever the calling flow runs from now on is counted here.</summary>
    public static SqlUse Start()
    {
        _ = Listening.Value;
        return Current.Value = new SqlUse();
    }

    private static MeterListener Listen()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == NpgsqlMeter && instrument.Name == DurationInstrument)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, value, _, _) => Current.Value?.Add(value));
        listener.Start();
        return listener;
    }

    private void Add(double duration)
    {
        Interlocked.Increment(ref statements);
        double before;
        do before = Volatile.Read(ref seconds);
        while (Interlocked.CompareExchange(ref seconds, before + duration, before) != before);
    }
}
