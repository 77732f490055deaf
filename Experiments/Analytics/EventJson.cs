using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Jobs.Experiments;

/// <summary>
/// Writes an event as the one line that is spooled and sent. By hand, into memory that is there already: the request waits
/// for this, and a general writer costs it three times as much.
/// </summary>
internal ref struct EventJson(Span<byte> destination)
{
    /// <summary>Mixpanel cuts longer text; cut here, it is the same text in every copy.</summary>
    private const int TextLengthMax = 255;

    private readonly Span<byte> destination = destination;
    private int length;
    private bool isFull;

    /// <returns>The bytes of the line; 0: it does not fit.</returns>
    public static int Write(in AnalyticsEvent recorded, Span<byte> destination)
    {
        var json = new EventJson(destination);
        var definition = recorded.Definition;
        json.Raw(definition.Prefix);
        json.Number(recorded.TimeMs);
        json.Person(recorded.Person);
        json.Raw(",\"$insert_id\":\""u8);
        json.Id(recorded.InsertId);
        json.Raw("\",\"ip\":\"0\""u8); // No place is looked up for an address, least of all the service's own.
        for (var index = 0; index < definition.Allowed.Length; index++)
        {
            json.Raw(definition.Allowed[index].Prefix);
            json.Value(recorded[index]);
        }

        json.Raw("}}"u8);
        return json.isFull ? 0 : json.length;
    }

    // /import wants a distinct_id in every event, which is the user's own once there is one.
    private void Person(AnalyticsPerson person)
    {
        if (person.IsSignedIn)
        {
            Raw(",\"distinct_id\":\""u8);
            Id(person.AnalyticsId);
            Raw("\",\"$user_id\":\""u8);
            Id(person.AnalyticsId);
        }
        else
        {
            Raw(",\"distinct_id\":\"$device:"u8);
            Ascii(person.DeviceId);
        }

        Raw("\""u8);
        if (person.DeviceId is null) return;
        Raw(",\"$device_id\":\""u8);
        Ascii(person.DeviceId);
        Raw("\""u8);
    }

    private void Value(PropertyValue value)
    {
        switch (value.Kind)
        {
            case PropertyKind.Number: Number(value.Number); break;
            case PropertyKind.Flag: Raw(value.Number != 0 ? "true"u8 : "false"u8); break;
            default: Text(value.Text ?? ""); break;
        }
    }

    private void Text(string text)
    {
        var cut = text.AsSpan(0, Math.Min(text.Length, TextLengthMax));
        Raw("\""u8);
        if (Ascii7(cut)) Ascii(cut);
        else Raw(Encoding.UTF8.GetBytes(JavaScriptEncoder.Default.Encode(cut.ToString())));
        Raw("\""u8);
    }

    private static bool Ascii7(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
            if (letter is < ' ' or > '~' or '"' or '\\') return false;
        return true;
    }

    private void Ascii(ReadOnlySpan<char> text)
    {
        if (!Fits(text.Length)) return;
        length += Encoding.ASCII.GetBytes(text, destination[length..]);
    }

    private void Raw(ReadOnlySpan<byte> bytes)
    {
        if (!Fits(bytes.Length)) return;
        bytes.CopyTo(destination[length..]);
        length += bytes.Length;
    }

    private void Number(long number)
    {
        if (number.TryFormat(destination[length..], out var written, default, CultureInfo.InvariantCulture)) length += written;
        else isFull = true;
    }

    private void Id(Guid id)
    {
        if (id.TryFormat(destination[length..], out var written)) length += written;
        else isFull = true;
    }

    private void Id(InsertId id)
    {
        if (!Fits(InsertId.Length)) return;
        id.Write(destination[length..]);
        length += InsertId.Length;
    }

    private bool Fits(int bytes)
    {
        if (bytes <= destination.Length - length) return true;
        isFull = true;
        return false;
    }
}
