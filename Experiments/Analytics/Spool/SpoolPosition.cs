using System.Buffers.Binary;
using System.Numerics;
using Microsoft.Win32.SafeHandles;

namespace Jobs.Experiments;

/// <summary>A place in a lane: a byte of a segment.</summary>
internal readonly record struct SpoolPosition(long Segment, long Offset);

/// <summary>
/// The small file that says up to where a lane is delivered. Lost or torn, the oldest segment is delivered once more, and
/// Mixpanel knows its events by their ids.
/// </summary>
internal sealed class PositionFile : IDisposable
{
    private const int Bytes = 20;
    private readonly SafeFileHandle handle;

    public PositionFile(string path)
    {
        handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        if (RandomAccess.GetLength(handle) == 0) TryWrite(default); // Takes its place while the disk has some.
    }

    public SpoolPosition Read()
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        if (RandomAccess.Read(handle, bytes, 0) < Bytes) return default;
        var position = new SpoolPosition(
            BinaryPrimitives.ReadInt64LittleEndian(bytes), BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]));
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]) == Checksum(position) ? position : default;
    }

    /// <summary>A disk that takes nothing costs a second delivery after the next start, and no event.</summary>
    public void TryWrite(SpoolPosition position)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, position.Segment);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], position.Offset);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[16..], Checksum(position));
        try
        {
            RandomAccess.Write(handle, bytes, 0);
        }
        catch (IOException)
        {
            // As said above.
        }
    }

    public void Dispose() => handle.Dispose();

    private static uint Checksum(SpoolPosition position) =>
        BitOperations.Crc32C(BitOperations.Crc32C(~0u, (ulong)position.Segment), (ulong)position.Offset);
}
