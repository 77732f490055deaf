using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using Jobs.Api.Sentry;

namespace Jobs.Api.Tests.Sentry;

/// <summary>What the meter of one service says, by the instrument's name and the values of its tags.</summary>
internal sealed class Figures : IDisposable
{
    private readonly ConcurrentDictionary<string, double> values = new();
    private readonly MeterListener listener = new();

    public Figures(SentryMetrics metrics)
    {
        listener.InstrumentPublished = (instrument, listener) =>
        {
            // Services of other tests have meters of the same name.
            if (instrument.Meter.Scope == metrics) listener.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    public IReadOnlyDictionary<string, double> Read()
    {
        listener.RecordObservableInstruments();
        return values;
    }

    public void Dispose() => listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var name = instrument.Name;
        foreach (var tag in tags) name += string.Create(CultureInfo.InvariantCulture, $" {tag.Value}");
        values.AddOrUpdate(name, value, (_, before) => instrument.IsObservable ? value : before + value);
    }
}
