using System.Text.Json;

namespace Jobs.Experiments;

/// <summary>An event as Mixpanel gives it back.</summary>
/// <param name="Name">The event's name.</param>
/// <param name="DistinctId">The person's analytics id, or <c>$device:</c> and the device's.</param>
/// <param name="Time">When it happened.</param>
/// <param name="InsertId">What repetitions are told by; empty if it has none.</param>
/// <param name="Properties">Everything that it carries.</param>
public sealed record ExportedEvent(string Name, string DistinctId, DateTimeOffset Time, string InsertId, JsonElement Properties)
{
    /// <summary>Null for somebody who was not signed in.</summary>
    public Guid? AnalyticsId => Guid.TryParseExact(DistinctId, "D", out var id) ? id : null;

    public string? Text(string property) =>
        Properties.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public double? Number(string property) =>
        Properties.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    public bool? Flag(string property) =>
        Properties.TryGetProperty(property, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean() : null;

    /// <summary>Null if the line is no event.</summary>
    internal static ExportedEvent? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            var root = JsonElement.Parse(line);
            var properties = root.GetProperty("properties");
            return new ExportedEvent(
                root.GetProperty("event").GetString()!,
                properties.TryGetProperty("distinct_id", out var id) ? id.ToString() : "",
                TimeOf(properties.GetProperty("time").GetDouble()),
                properties.TryGetProperty("$insert_id", out var insertId) ? insertId.ToString() : "",
                properties);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    // Seconds or milliseconds: whatever is before 1971 in milliseconds are seconds.
    private static DateTimeOffset TimeOf(double time) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)(time < 31_536_000_000 ? time * 1000 : time));
}
