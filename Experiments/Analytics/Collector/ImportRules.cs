using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Jobs.Experiments;

/// <summary>What Mixpanel's documentation asks of an event that is imported with strict=1.</summary>
/// <remarks>https://developer.mixpanel.com/reference/import-events</remarks>
internal static class ImportRules
{
    public const int BatchEventsMax = 2000;
    public const int BatchBytesMax = 2 * 1024 * 1024;
    private const int EventBytesMax = 1024 * 1024;
    private const int PropertiesMax = 255;
    private const int ArrayMax = 255;
    private const int DepthMax = 3;
    private const int TextLengthMax = 255;
    private const int InsertIdBytesMax = 36;
    private const long FirstMs = 31_536_000_000; // 1971
    private const long SecondsMax = 100_000_000_000;

    private static readonly FrozenSet<string> BannedIds = new[]
    {
        "00000000-0000-0000-0000-000000000000", "anon", "anonymous", "nil", "none", "null", "n/a", "na", "undefined", "unknown",
        "<nil>", "0", "-1", "true", "false", "[]", "{}", "", "lmy47d",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <returns>The property that is wrong and why; null: the event is taken.</returns>
    public static (string Field, string Message)? Problem(JsonElement record, DateTimeOffset now)
    {
        if (record.ValueKind != JsonValueKind.Object) return ("", "must be an object");
        if (Encoding.UTF8.GetByteCount(record.GetRawText()) > EventBytesMax) return ("", "event must be smaller than 1 MB");
        if (TextOf(record, "event") is not { Length: > 0 and <= TextLengthMax }) return ("event", "must be a string of 1 to 255");
        if (!record.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
            return ("properties", "must be an object");
        return PropertiesProblem(properties, now);
    }

    /// <summary>The event's time in milliseconds; null if it has none that is possible.</summary>
    public static long? TimeMs(JsonElement properties)
    {
        if (!properties.TryGetProperty("time", out var value) || value.ValueKind != JsonValueKind.Number
            || !value.TryGetDouble(out var time)) return null;
        return Math.Abs(time) < SecondsMax ? (long)(time * 1000) : (long)time;
    }

    private static (string Field, string Message)? PropertiesProblem(JsonElement properties, DateTimeOffset now)
    {
        if (TimeMs(properties) is not { } time) return ("properties.time", "must be a number of seconds or milliseconds");
        if (time < FirstMs || time > now.AddHours(1).ToUnixTimeMilliseconds())
            return ("properties.time", "must be between 1971 and one hour from now");
        if (TextOf(properties, "distinct_id") is not { } id || BannedIds.Contains(id))
            return ("properties.distinct_id", "must be a string that names somebody");
        if (TextOf(properties, "$insert_id") is not { Length: > 0 } insertId || !IsInsertId(insertId))
            return ("properties.$insert_id", "must be 1 to 36 of A-Z, a-z, 0-9 and -");
        if (properties.EnumerateObject().Count() >= PropertiesMax) return ("properties", "must be fewer than 255");
        foreach (var property in properties.EnumerateObject())
            if (ValueProblem(property.Value, depth: 1) is { } problem) return ($"properties.{property.Name}", problem);
        return null;
    }

    private static string? ValueProblem(JsonElement value, int depth)
    {
        if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)) return null;
        if (depth >= DepthMax) return string.Create(CultureInfo.InvariantCulture, $"must not nest deeper than {DepthMax}");
        if (value.ValueKind == JsonValueKind.Object)
            return value.EnumerateObject().Select(inner => ValueProblem(inner.Value, depth + 1))
                .FirstOrDefault(problem => problem is not null);
        return value.GetArrayLength() >= ArrayMax ? "must have fewer than 255 elements"
            : value.EnumerateArray().Select(inner => ValueProblem(inner, depth + 1))
                .FirstOrDefault(problem => problem is not null);
    }

    private static bool IsInsertId(string text) =>
        text.Length <= InsertIdBytesMax && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    private static string? TextOf(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
