namespace Jobs.Experiments;

/// <summary>
/// Something that happened, frozen: its id, time and properties never change again, however often it is sent. Only
/// <see cref="EventCatalogue"/> makes one.
/// </summary>
public readonly struct AnalyticsEvent
{
    private readonly PropertyValues values;

    internal AnalyticsEvent(
        EventDefinition definition, AnalyticsPerson person, DateTimeOffset at, InsertId insertId,
        ReadOnlySpan<PropertyValue> values)
    {
        if (values.Length != definition.Allowed.Length)
            throw new ArgumentException($"{definition.Name} has {definition.Allowed.Length} properties.", nameof(values));
        (Definition, Person, TimeMs, InsertId) = (definition, person, at.ToUnixTimeMilliseconds(), insertId);
        values.CopyTo(this.values);
    }

    public EventDefinition Definition { get; }

    public AnalyticsPerson Person { get; }

    public long TimeMs { get; }

    public InsertId InsertId { get; }

    internal PropertyValue this[int index] => values[index];
}
