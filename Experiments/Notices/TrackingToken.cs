using System.Buffers.Binary;

namespace Jobs.Experiments;

/// <summary>Which arm of which experiment a person was given, and when; signed, so that what comes back is what went out.</summary>
/// <param name="ExperimentId">Which experiment.</param>
/// <param name="ExperimentVersion">The version that was started; 0 for a preview of a draft.</param>
/// <param name="VariantIndex">Which of its arms.</param>
/// <param name="UserId">To whom it was given: nobody else's reports count.</param>
/// <param name="IssuedAt">In whole seconds.</param>
/// <param name="Kind">Whether what happens to it is counted.</param>
public readonly record struct TrackingToken(
    long ExperimentId, int ExperimentVersion, int VariantIndex, long UserId, DateTimeOffset IssuedAt, ParticipantKind Kind)
{
    private const byte Format = 1;
    private const int Length = 31;

    public string Write(byte[] secret)
    {
        Span<byte> bytes = stackalloc byte[Length];
        bytes[0] = Format;
        bytes[1] = (byte)Kind;
        bytes[2] = (byte)VariantIndex;
        BinaryPrimitives.WriteInt64BigEndian(bytes[3..], ExperimentId);
        BinaryPrimitives.WriteInt32BigEndian(bytes[11..], ExperimentVersion);
        BinaryPrimitives.WriteInt64BigEndian(bytes[15..], UserId);
        BinaryPrimitives.WriteInt64BigEndian(bytes[23..], IssuedAt.ToUnixTimeSeconds());
        return SignedBytes.Write(secret, bytes);
    }

    /// <summary>Null for whatever this service did not write.</summary>
    public static TrackingToken? Read(byte[] secret, string text)
    {
        Span<byte> bytes = stackalloc byte[Length];
        if (!SignedBytes.TryRead(secret, text, bytes) || bytes[0] != Format) return null;
        return new TrackingToken(
            BinaryPrimitives.ReadInt64BigEndian(bytes[3..]), BinaryPrimitives.ReadInt32BigEndian(bytes[11..]), bytes[2],
            BinaryPrimitives.ReadInt64BigEndian(bytes[15..]),
            DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(bytes[23..])), (ParticipantKind)bytes[1]);
    }
}
