using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Jobs.Experiments;

/// <summary>
/// What Mixpanel tells repetitions of an event by: 36 characters, frozen when the event is made. A process takes a random
/// beginning and counts, because asking for random bytes costs more than the rest of an event.
/// </summary>
public readonly record struct InsertId
{
    public const int Length = 36;
    private const int ByteCount = Length / 2;
    private static readonly (ulong First, ushort Second) Process = Start();
    private static long count;

    private readonly ulong first;
    private readonly ulong second;
    private readonly ushort third;

    private InsertId(ulong first, ulong second, ushort third) => (this.first, this.second, this.third) = (first, second, third);

    /// <summary>One that no other event has.</summary>
    public static InsertId Next() => new(Process.First, (ulong)Interlocked.Increment(ref count), Process.Second);

    /// <summary>The same for the same arm of an experiment and person, whoever reports it and how often.</summary>
    public static InsertId OfExposure(string experiment, int version, Guid analyticsId, string variant)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Span<char> text = stackalloc char[128];
        if (text.TryWrite($"{experiment}|{version}|{analyticsId}|{variant}", out var length))
        {
            Span<byte> bytes = stackalloc byte[3 * 128];
            SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(text[..length], bytes)], hash);
        }
        else
        {
            SHA256.HashData(Encoding.UTF8.GetBytes($"{experiment}|{version}|{analyticsId}|{variant}"), hash);
        }

        return new(
            BinaryPrimitives.ReadUInt64BigEndian(hash), BinaryPrimitives.ReadUInt64BigEndian(hash[8..]),
            BinaryPrimitives.ReadUInt16BigEndian(hash[16..]));
    }

    public override string ToString()
    {
        Span<byte> text = stackalloc byte[Length];
        Write(text);
        return Encoding.ASCII.GetString(text);
    }

    internal void Write(Span<byte> destination)
    {
        Span<byte> bytes = stackalloc byte[ByteCount];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, first);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], second);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[16..], third);
        Convert.TryToHexStringLower(bytes, destination, out _);
    }

    private static (ulong First, ushort Second) Start()
    {
        Span<byte> random = stackalloc byte[10];
        RandomNumberGenerator.Fill(random);
        return (BinaryPrimitives.ReadUInt64BigEndian(random), BinaryPrimitives.ReadUInt16BigEndian(random[8..]));
    }
}
