using System.Text;
using System.Text.Json;

namespace Jobs.Testing;

/// <summary>An item of an envelope, its payload exactly as long as it said.</summary>
public sealed record ReceivedItem(string Type, JsonElement Header, JsonElement Payload)
{
    /// <summary>The text at a path such as <c>exception.values.0.type</c>; null where there is nothing.</summary>
    public string? Text(string path) => At(path) is { } found ? found.ToString() : null;

    public JsonElement? At(string path)
    {
        var current = Payload;
        foreach (var step in path.Split('.'))
        {
            if (current.ValueKind == JsonValueKind.Array && int.TryParse(step, out var index) && index < current.GetArrayLength())
                current = current[index];
            else if (current.ValueKind != JsonValueKind.Object || !current.TryGetProperty(step, out current)) return null;
        }

        return current;
    }
}

/// <summary>An envelope, read as strictly as the protocol is written.</summary>
/// <remarks>https://develop.sentry.dev/sdk/foundations/envelopes/</remarks>
public sealed record ReceivedEnvelope(JsonElement Header, IReadOnlyList<ReceivedItem> Items, string Text)
{
    private const byte NewLine = (byte)'\n';
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public ReceivedItem Item => Items.Single();

    /// <exception cref="FormatException">It breaks a rule.</exception>
    public static ReceivedEnvelope Parse(ReadOnlySpan<byte> bytes)
    {
        var text = Utf8.GetString(bytes);
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) throw new FormatException("There is a byte order mark.");
        var header = ReadLine(ref bytes);
        if (!header.TryGetProperty("sent_at", out var sentAt) || !sentAt.TryGetDateTimeOffset(out _))
            throw new FormatException($"There is no time of sending in {header}.");
        if (header.GetProperty("sdk").GetProperty("name").GetString() is not { Length: > 0 })
            throw new FormatException($"There is no SDK in {header}.");
        var items = new List<ReceivedItem>();
        while (!bytes.IsEmpty) items.Add(ReadItem(ref bytes));
        Check(header, items);
        return new(header, items, text);
    }

    private static ReceivedItem ReadItem(ref ReadOnlySpan<byte> bytes)
    {
        var header = ReadLine(ref bytes);
        var (type, length) = (header.GetProperty("type").GetString()!, header.GetProperty("length").GetInt32());
        if (length > bytes.Length) throw new FormatException($"The {type} is shorter than {length} bytes.");
        if (length < bytes.Length && bytes[length] != NewLine) throw new FormatException($"The {type} is longer.");
        if (length > Limit(type)) throw new FormatException($"The {type} has {length} bytes.");
        var payload = Json(bytes[..length]);
        bytes = bytes[Math.Min(length + 1, bytes.Length)..];
        return new ReceivedItem(type, header, payload);
    }

    private static int Limit(string type) => type switch
    {
        "event" or "sessions" => 1 << 20,
        "check_in" => 100 << 10,
        "client_report" => 4 << 10,
        _ => throw new FormatException($"An item {type} is not expected here."),
    };

    private static void Check(JsonElement header, List<ReceivedItem> items)
    {
        if (items.Count == 0) throw new FormatException("There is no item.");
        if (items.Select(item => item.Type).Distinct().Count() > 1) throw new FormatException("Kinds of items are mixed.");
        if (items.Count > 1) throw new FormatException($"There are {items.Count} items of one kind.");
        var isEvent = items[0].Type == "event";
        if (isEvent != header.TryGetProperty("event_id", out var id)) throw new FormatException($"Odd event_id in {header}.");
        if (isEvent && id.GetString() != items[0].Text("event_id")) throw new FormatException($"The event is not {id}.");
        if (isEvent && (id.GetString() is not { Length: 32 } hex || hex.Any(digit => !char.IsAsciiHexDigitLower(digit))))
            throw new FormatException($"{id} is no id.");
        if (!isEvent && header.TryGetProperty("trace", out _)) throw new FormatException("Only events have a trace.");
    }

    private static JsonElement ReadLine(ref ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf(NewLine);
        if (end < 0) throw new FormatException("A line has no end.");
        if (bytes[..end].Contains((byte)'\r')) throw new FormatException("A line ends in a carriage return.");
        var line = Json(bytes[..end]);
        bytes = bytes[(end + 1)..];
        return line.ValueKind == JsonValueKind.Object ? line : throw new FormatException($"{line} is no header.");
    }

    private static JsonElement Json(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonElement.Parse(bytes, Strict);
        }
        catch (JsonException problem)
        {
            throw new FormatException($"{problem.Message} {Encoding.UTF8.GetString(bytes)}", problem);
        }
    }
}
