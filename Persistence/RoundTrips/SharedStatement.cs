using System.Diagnostics;
using System.Diagnostics.Metrics;
using Npgsql;

namespace Jobs.Persistence;

/// <summary>
/// What is told of a statement that shares its round trip, in the flow that asked for it: a span and its duration, as Npgsql tells
/// them of statements that do not.
/// </summary>
public readonly struct SharedStatement
{
    /// <summary>Of the meter and of the source of spans.</summary>
    public const string TelemetryName = "Jobs.Persistence";

    /// <summary>In seconds, until the rows are there; the wait for the round trip counts.</summary>
    public const string DurationInstrument = "jobs.database.statement.duration";

    private static readonly ActivitySource Spans = new(TelemetryName);
    private static readonly Meter Meter = new(TelemetryName);
    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>(
        DurationInstrument, "s", "From sending a statement that shares its round trip to having its rows.");

    private readonly long begun;
    private readonly Activity? span;

    private SharedStatement(Activity? span) => (begun, this.span) = (Stopwatch.GetTimestamp(), span);

    internal static SharedStatement Begin(string text)
    {
        var span = Spans.StartActivity("postgresql", ActivityKind.Client);
        span?.SetTag("db.system.name", "postgresql").SetTag("db.query.text", text);
        return new(span);
    }

    /// <summary>Tells how it ends.</summary>
    internal async Task<T> UntilAsync<T>(Task<T> result)
    {
        try
        {
            return await result;
        }
        catch (Exception exception)
        {
            span?.SetStatus(ActivityStatusCode.Error)
                .SetTag("error.type", (exception as PostgresException)?.SqlState ?? exception.GetType().FullName);
            throw;
        }
        finally
        {
            Durations.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds);
            span?.Dispose();
        }
    }
}
