using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace Jobs.Baseline;

/// <summary>Global ids: base64url of a type's name, a colon and a number.</summary>
internal static class Ids
{
    private const int LengthMax = 64;

    public static long Read(ref Utf8JsonReader json)
    {
        if (!json.HasValueSequence) return Read(json.ValueSpan);
        Span<byte> text = stackalloc byte[LengthMax];
        return Read(text[..json.CopyString(text)]);
    }

    public static long Read(ReadOnlySpan<byte> text)
    {
        Span<byte> bytes = stackalloc byte[LengthMax];
        Base64Url.DecodeFromUtf8(text, bytes, out _, out var length);
        return Utf8Parser.TryParse(bytes[(bytes.IndexOf((byte)':') + 1)..length], out long id, out _)
            ? id : throw new FormatException("Not an id.");
    }

    /// <param name="prefix">The type's name and the colon.</param>
    /// <param name="id">The key.</param>
    /// <param name="text">Takes the id.</param>
    public static int Write(ReadOnlySpan<byte> prefix, long id, Span<byte> text)
    {
        Span<byte> bytes = stackalloc byte[LengthMax];
        prefix.CopyTo(bytes);
        id.TryFormat(bytes[prefix.Length..], out var digits, provider: CultureInfo.InvariantCulture);
        Base64Url.EncodeToUtf8(bytes[..(prefix.Length + digits)], text, out _, out var written);
        return written;
    }
}
