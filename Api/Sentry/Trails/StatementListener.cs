using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Jobs.Api.Sentry;

/// <summary>Hears of every statement that Npgsql has run, in the flow that ran it.</summary>
internal static class StatementListener
{
    private const string Npgsql = "Npgsql";
    private const string DurationInstrument = "db.client.operation.duration";
    private const string TextTag = "db.query.text";

    /// <summary>From the histogram that Npgsql keeps anyway; it does not say which statement it was.</summary>
    public static IDisposable ToDurations(Action<string, TimeSpan> onStatement)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Npgsql && instrument.Name == DurationInstrument)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, _, _) => onStatement("", TimeSpan.FromSeconds(seconds)));
        listener.Start();
        return listener;
    }

    /// <summary>From spans, which have the text; they are made only where somebody wants them.</summary>
    public static IDisposable ToNames(Func<bool> isWanted, Action<string, TimeSpan> onStatement)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Npgsql,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
                isWanted() ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStopped = statement =>
            {
                if (statement.GetTagItem(TextTag) is string text) onStatement(text, statement.Duration);
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
