using System.Text.Json;

namespace Jobs.Experiments;

/// <summary>What has to be known of a spooled line without its event.</summary>
internal static class EventLine
{
    /// <summary>When it happened; 0 if the line does not say.</summary>
    public static long TimeMs(ReadOnlySpan<byte> line) =>
        Find(line, "time"u8) is { TokenType: JsonTokenType.Number } reader && reader.TryGetInt64(out var time) ? time : 0;

    public static string InsertId(ReadOnlySpan<byte> line) =>
        Find(line, "$insert_id"u8) is { TokenType: JsonTokenType.String } reader ? reader.GetString()! : "";

    // Stands on the property's value, or at the end. Lines are known to be JSON.
    private static Utf8JsonReader Find(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name)
    {
        var reader = new Utf8JsonReader(line);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 2) continue;
            if (!reader.ValueTextEquals(name)) continue;
            reader.Read();
            return reader;
        }

        return default;
    }
}
