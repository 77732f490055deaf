using System.Buffers.Binary;

namespace Jobs.Experiments;

/// <summary>Forces one arm of an experiment, of a draft too, on whoever holds the link; nothing that follows is counted.</summary>
public readonly record struct PreviewLink(long ExperimentId, int VariantIndex, DateTimeOffset ExpiresAt)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private const byte Format = 2;
    private const int Length = 18;

    public string Write(byte[] secret)
    {
        Span<byte> bytes = stackalloc byte[Length];
        bytes[0] = Format;
        bytes[1] = (byte)VariantIndex;
        BinaryPrimitives.WriteInt64BigEndian(bytes[2..], ExperimentId);
        BinaryPrimitives.WriteInt64BigEndian(bytes[10..], ExpiresAt.ToUnixTimeSeconds());
        return SignedBytes.Write(secret, bytes);
    }

    /// <summary>Null for whatever this service did not write, or what has run out.</summary>
    public static PreviewLink? Read(byte[] secret, string text, DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[Length];
        if (!SignedBytes.TryRead(secret, text, bytes) || bytes[0] != Format) return null;
        var link = new PreviewLink(
            BinaryPrimitives.ReadInt64BigEndian(bytes[2..]), bytes[1],
            DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(bytes[10..])));
        return link.ExpiresAt > now ? link : null;
    }
}
