using System.Text.Json;
using System.Text.Unicode;

namespace Jobs.Api.Transport;

/// <summary>Reads JSON that a client sent: UTF-8, bounded, and nothing in it that could mean two things.</summary>
public static class RequestJson
{
    // RFC 8259, section 8.1: nobody may send one, and who reads may look past it. Editors and scripts do send it.
    private static ReadOnlySpan<byte> ByteOrderMark => "\ufeff"u8;

    /// <param name="json">The document keeps it.</param>
    /// <param name="subject">What is read, as the beginning of a sentence about it.</param>
    /// <param name="depthMax">Lists and objects within each other.</param>
    /// <exception cref="TransportException">It is no such JSON.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json, string subject, int depthMax)
    {
        if (json.Span.StartsWith(ByteOrderMark)) json = json[ByteOrderMark.Length..];
        if (!Utf8.IsValid(json.Span)) throw TransportException.BadRequest($"{subject} is not UTF-8.");
        try
        {
            var document = JsonDocument.Parse(json, OptionsFor(depthMax));
            // Only an escaped surrogate can still hide something that is no text; few requests have one, so few are walked.
            if (json.Span.IndexOf("\\ud"u8) >= 0 || json.Span.IndexOf("\\uD"u8) >= 0) ReadEveryString(document.RootElement);
            return document;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The parser's own sentence would quote what was sent; the position is enough.
            var place = e is JsonException { LineNumber: { } line, BytePositionInLine: { } position }
                ? $" (line {line + 1}, byte {position + 1})" : "";
            throw TransportException.BadRequest(
                $"{subject} must be well-formed JSON with no member twice and at most {depthMax} levels deep{place}.");
        }
    }

    internal static JsonDocumentOptions OptionsFor(int depthMax) =>
        new() { MaxDepth = depthMax, AllowDuplicateProperties = false };

    private static void ReadEveryString(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String) value.GetString();
        else if (value.ValueKind == JsonValueKind.Array) foreach (var item in value.EnumerateArray()) ReadEveryString(item);
        else if (value.ValueKind == JsonValueKind.Object)
            foreach (var member in value.EnumerateObject())
            {
                _ = member.Name;
                ReadEveryString(member.Value);
            }
    }
}
