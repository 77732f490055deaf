using System.Text;

namespace Jobs.Experiments;

/// <summary>A property that an event is allowed to carry.</summary>
/// <param name="Name">As Mixpanel shows it.</param>
/// <param name="Meaning">For those who read reports.</param>
public sealed record EventProperty(string Name, string Meaning)
{
    /// <summary>As it stands between the value before it and its own.</summary>
    internal byte[] Prefix { get; } = Encoding.UTF8.GetBytes($",\"{Name}\":");
}

/// <summary>An event of the board: its name, when it is recorded, and everything that it may carry.</summary>
public sealed class EventDefinition
{
    internal const int PropertiesMax = 8;

    internal EventDefinition(string name, string when, params EventProperty[] properties)
    {
        if (properties.Length > PropertiesMax)
            throw new ArgumentException($"{name} has too many properties.", nameof(properties));
        (Name, When, Allowed) = (name, when, properties);
        Prefix = Encoding.UTF8.GetBytes($"{{\"event\":\"{name}\",\"properties\":{{\"time\":");
    }

    public string Name { get; }

    public string When { get; }

    public IReadOnlyList<EventProperty> Properties => Allowed;

    /// <summary>Exposures outlive everything else when there is no room: without them an experiment has no denominator.</summary>
    public bool IsExposure { get; internal init; }

    internal EventProperty[] Allowed { get; }

    /// <summary>The event's JSON up to its time.</summary>
    internal byte[] Prefix { get; }

    internal AnalyticsEvent Of(AnalyticsPerson person, DateTimeOffset at, params ReadOnlySpan<PropertyValue> values) =>
        new(this, person, at, InsertId.Next(), values);
}
