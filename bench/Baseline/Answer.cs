using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Jobs.Baseline;

/// <summary>What the endpoints write more than once: ids, instants, cursors and times of day.</summary>
internal static class Answer
{
    public static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private const int IdLengthMax = 64;
    private const int InstantLength = 24; // Milliseconds and Z; the round-trip format has four more digits.
    private const int RoundTripLength = 28;

    public static void WriteId(this Utf8JsonWriter json, JsonEncodedText name, ReadOnlySpan<byte> prefix, long id)
    {
        Span<byte> text = stackalloc byte[IdLengthMax];
        json.WriteString(name, text[..Ids.Write(prefix, id, text)]);
    }

    public static void WriteInstant(this Utf8JsonWriter json, JsonEncodedText name, DateTime instant)
    {
        Span<byte> text = stackalloc byte[RoundTripLength];
        instant.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        text[InstantLength - 1] = (byte)'Z';
        json.WriteString(name, text[..InstantLength]);
    }

    public static void WriteCursor(this Utf8JsonWriter json, JsonEncodedText name, byte list, Position position)
    {
        Span<byte> text = stackalloc byte[IdLengthMax];
        json.WriteString(name, text[..position.Write(list, text)]);
    }

    public static void WritePageInfo(this Utf8JsonWriter json, byte list, bool hasNextPage, Position? last)
    {
        json.WriteStartObject(Names.PageInfo);
        json.WriteBoolean(Names.HasNextPage, hasNextPage);
        if (last is { } position) json.WriteCursor(Names.EndCursor, list, position);
        else json.WriteNull(Names.EndCursor);
        json.WriteEndObject();
    }

    public static void WriteTimeOfDay(this Utf8JsonWriter json, JsonEncodedText name, int? minute)
    {
        if (minute is not { } known)
        {
            json.WriteNull(name);
            return;
        }
        var (hours, minutes) = (known / 60, known % 60);
        Span<byte> text =
        [
            (byte)('0' + hours / 10), (byte)('0' + hours % 10), (byte)':', (byte)('0' + minutes / 10), (byte)('0' + minutes % 10),
        ];
        json.WriteString(name, text);
    }
}
