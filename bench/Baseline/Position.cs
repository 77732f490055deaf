using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text.Json;

namespace Jobs.Baseline;

/// <summary>Where a page begins: after this key and id, in a ranking run that began then.</summary>
internal readonly record struct Position(long Microseconds, long Id, long AsOfTicks)
{
    public const byte Recommended = 0x20;
    public const byte Newest = 0x21;
    private const int Length = 26;

    public static readonly Position First = new(long.MaxValue, long.MaxValue, 0);

    public DateTime Key => this == First
        ? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc)
        : DateTime.UnixEpoch.AddTicks(Microseconds * TimeSpan.TicksPerMicrosecond);

    public static Position Of(DateTime key, long id, long asOfTicks) =>
        new((key - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond, id, asOfTicks);

    public static Position Read(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.Null) return First;
        Span<byte> text = stackalloc byte[64];
        Span<byte> bytes = stackalloc byte[Length];
        text = text[..json.CopyString(text)];
        if (Base64Url.DecodeFromUtf8(text, bytes, out _, out var length) != OperationStatus.Done || length != Length)
            throw new FormatException("Not a cursor.");
        return new(
            BinaryPrimitives.ReadInt64BigEndian(bytes[2..]), BinaryPrimitives.ReadInt64BigEndian(bytes[10..]),
            BinaryPrimitives.ReadInt64BigEndian(bytes[18..]));
    }

    public int Write(byte list, Span<byte> text)
    {
        Span<byte> bytes = stackalloc byte[Length];
        bytes[0] = list;
        bytes[1] = 0;
        BinaryPrimitives.WriteInt64BigEndian(bytes[2..], Microseconds);
        BinaryPrimitives.WriteInt64BigEndian(bytes[10..], Id);
        BinaryPrimitives.WriteInt64BigEndian(bytes[18..], AsOfTicks);
        Base64Url.EncodeToUtf8(bytes, text, out _, out var written);
        return written;
    }
}
