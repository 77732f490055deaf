using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Jobs.Api.Tests;

/// <summary>What one meter says, by the instrument's name and the values of its tags.</summary>
internal sealed class Figures : IDisposable
{
    private readonly ConcurrentDictionary<string, double> values = new();
    private readonly MeterListener listener = new();

    /// <param name="scope">The meter's: services of other tests have meters of the same name.</param>
    public Figures(object scope)
    {
        listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == scope) listener.EnableMeasurementEvents(instrument);
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
