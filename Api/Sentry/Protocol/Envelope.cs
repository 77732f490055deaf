using System.Text.Json;

namespace Jobs.Api.Sentry;

/// <summary>What one request carries: a line about itself, and an item with a line about that.</summary>
/// <remarks>
/// https://develop.sentry.dev/sdk/foundations/envelopes/ The bytes are without <c>sent_at</c>: that is said once, when they are
/// sent, and a copy on the disk may be sent at another time than it was written.
/// </remarks>
/// <param name="Category">Of its item.</param>
/// <param name="At">When what it tells happened.</param>
/// <param name="Bytes">Ready to be sent but for the time.</param>
internal sealed record Envelope(DataCategory Category, DateTimeOffset At, ReadOnlyMemory<byte> Bytes)
{
    private const byte NewLine = (byte)'\n';

    public void WriteTo(Stream stream, DateTimeOffset sentAt)
    {
        var bytes = Bytes.Span;
        var headerEnd = bytes.IndexOf(NewLine) - 1; // Its closing brace.
        stream.Write(bytes[..headerEnd]);
        stream.Write(",\"sent_at\":"u8);
        stream.Write(JsonSerializer.SerializeToUtf8Bytes(sentAt.UtcDateTime));
        stream.Write(bytes[headerEnd..]);
    }

    /// <summary>Whether these bytes are a whole envelope: what was on a disk may be anything.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> bytes)
    {
        if (!TryReadLine(ref bytes, out var header) || header.TryGetProperty("sent_at", out _)) return false;
        if (bytes.IsEmpty || !header.EnumerateObject().Any()) return false;
        while (!bytes.IsEmpty)
        {
            if (!TryReadLine(ref bytes, out var item) || !item.TryGetProperty("length", out var lengthText)
                || !lengthText.TryGetInt32(out var length) || length < 0 || length >= bytes.Length || bytes[length] != NewLine)
                return false;
            bytes = bytes[(length + 1)..];
        }

        return true;
    }

    private static bool TryReadLine(ref ReadOnlySpan<byte> bytes, out JsonElement line)
    {
        line = default;
        var end = bytes.IndexOf(NewLine);
        if (end < 0) return false;
        var reader = new Utf8JsonReader(bytes[..end]);
        bytes = bytes[(end + 1)..];
        try
        {
            if (JsonElement.TryParseValue(ref reader, out var parsed)) line = parsed.Value;
            return line.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
