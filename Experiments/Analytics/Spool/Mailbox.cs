using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Jobs.Experiments;

/// <summary>
/// Where events wait for the thread that writes them to segments: a ring of slots in a file that is mapped into memory. What a
/// request puts there belongs to the operating system at once, so it outlives a kill -9 without a system call.
/// </summary>
/// <remarks>
/// Any number of threads add, one takes; neither ever waits (Vyukov's bounded queue: a slot's turn says whose it is). The file
/// is as large as it will ever be from the start, so a full disk cannot hurt it.
/// </remarks>
internal sealed class Mailbox : IDisposable
{
    public const int SlotBytes = 1024;
    public const int LineBytesMax = SlotBytes - HeaderBytes;

    // Position + 1 (8 bytes; 0: the slot is free), length (4), checksum of both and the line (4).
    private const int HeaderBytes = 16;

    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly long[] turns;
    private long tail;
    private long head;

    private Mailbox(MemoryMappedFile file, int slots)
    {
        this.file = file;
        view = file.CreateViewAccessor(0, (long)slots * SlotBytes);
        turns = new long[slots];
        for (var slot = 0; slot < slots; slot++) turns[slot] = slot;
    }

    public int Slots => turns.Length;

    /// <summary>Lines that wait; an estimate while others add.</summary>
    public int Count => (int)Math.Max(0, Volatile.Read(ref tail) - Volatile.Read(ref head));

    /// <summary>False: the disk had no room for the file, so what waits here would not outlive a kill.</summary>
    public bool IsDurable { get; private init; }

    /// <param name="path">The file; one that is there must have been recovered and deleted before.</param>
    /// <param name="slots">A power of two.</param>
    public static Mailbox Create(string path, int slots)
    {
        try
        {
            var stream = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read);
            // Zeros, not a hole: its blocks would be asked for later, when nobody can be told that there are none.
            var zeros = new byte[SlotBytes * 64];
            for (var written = 0L; written < (long)slots * SlotBytes; written += zeros.Length)
                RandomAccess.Write(stream.SafeFileHandle, zeros, written);
            return new Mailbox(
                MemoryMappedFile.CreateFromFile(
                    stream, null, (long)slots * SlotBytes, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None,
                    leaveOpen: false),
                slots)
            { IsDurable = true };
        }
        catch (IOException)
        {
            return new Mailbox(MemoryMappedFile.CreateNew(null, (long)slots * SlotBytes), slots);
        }
    }

    /// <summary>False: there is no room, because the writer cannot keep up.</summary>
    public bool TryAdd(ReadOnlySpan<byte> line)
    {
        long position;
        while (true)
        {
            position = Volatile.Read(ref tail);
            var ahead = Volatile.Read(ref turns[position & (Slots - 1)]) - position;
            if (ahead < 0) return false;
            if (ahead == 0 && Interlocked.CompareExchange(ref tail, position + 1, position) == position) break;
        }

        var slot = position & (Slots - 1);
        Span<byte> record = stackalloc byte[SlotBytes];
        record = record[..(HeaderBytes + line.Length)];
        line.CopyTo(record[HeaderBytes..]);
        WriteHeader(record, position, line.Length);
        view.SafeMemoryMappedViewHandle.WriteSpan<byte>((ulong)(slot * SlotBytes), record);
        Volatile.Write(ref turns[slot], position + 1);
        return true;
    }

    /// <summary>Copies the oldest lines, a newline after each, and leaves them where they are.</summary>
    /// <returns>How many.</returns>
    public int Peek(Span<byte> destination, out int bytes)
    {
        bytes = 0;
        var count = 0;
        Span<byte> record = stackalloc byte[SlotBytes];
        while (count < Slots && destination.Length - bytes > LineBytesMax && IsThere(head + count))
        {
            view.SafeMemoryMappedViewHandle.ReadSpan((ulong)(((head + count) & (Slots - 1)) * SlotBytes), record);
            var length = BinaryPrimitives.ReadInt32LittleEndian(record[8..]);
            record.Slice(HeaderBytes, length).CopyTo(destination[bytes..]);
            destination[bytes + length] = (byte)'\n';
            bytes += length + 1;
            count++;
        }

        return count;
    }

    /// <summary>Gives the slots of the oldest lines back; they are in a segment now, or given up.</summary>
    public void Free(int count)
    {
        for (var index = 0; index < count; index++)
        {
            var slot = head & (Slots - 1);
            view.SafeMemoryMappedViewHandle.Write((ulong)(slot * SlotBytes), 0L);
            Volatile.Write(ref turns[slot], head + Slots);
            Volatile.Write(ref head, head + 1);
        }
    }

    /// <summary>The lines that a process left in its mailbox, oldest first, a newline after each.</summary>
    public static byte[] Recover(string path)
    {
        var left = new SortedDictionary<long, byte[]>();
        using var handle = File.OpenHandle(path);
        var record = new byte[SlotBytes];
        for (var offset = 0L; RandomAccess.Read(handle, record, offset) == SlotBytes; offset += SlotBytes)
        {
            var position = BinaryPrimitives.ReadInt64LittleEndian(record) - 1;
            var length = BinaryPrimitives.ReadInt32LittleEndian(record.AsSpan(8));
            if (position < 0 || length is < 1 or > LineBytesMax) continue;
            var line = record.AsSpan(HeaderBytes, length);
            if (BinaryPrimitives.ReadUInt32LittleEndian(record.AsSpan(12)) != Checksum(position, line)) continue;
            left[position] = [.. line, (byte)'\n'];
        }

        return [.. left.Values.SelectMany(line => line)];
    }

    public void Dispose()
    {
        view.Dispose();
        file.Dispose();
    }

    private bool IsThere(long position) => Volatile.Read(ref turns[position & (Slots - 1)]) == position + 1;

    private static void WriteHeader(Span<byte> record, long position, int length)
    {
        BinaryPrimitives.WriteInt64LittleEndian(record, position + 1);
        BinaryPrimitives.WriteInt32LittleEndian(record[8..], length);
        BinaryPrimitives.WriteUInt32LittleEndian(record[12..], Checksum(position, record[HeaderBytes..]));
    }

    /// <summary>A thread that is killed while it copies leaves a record that this does not fit.</summary>
    private static uint Checksum(long position, ReadOnlySpan<byte> line)
    {
        var sum = BitOperations.Crc32C(BitOperations.Crc32C(~0u, (ulong)position), (uint)line.Length);
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(line)) sum = BitOperations.Crc32C(sum, word);
        foreach (var rest in line[(line.Length & ~7)..]) sum = BitOperations.Crc32C(sum, rest);
        return sum;
    }
}
