using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace Jobs.Experiments;

/// <summary>One file of a lane: lines of JSON, appended to until it is large enough.</summary>
internal sealed class Segment(string folder, string lane, long number)
{
    private const string Extension = ".ndjson";
    private const int ChunkBytes = 64 * 1024;
    private long length;

    public long Number => number;

    /// <summary>Bytes that are whole lines, or all of what another process left.</summary>
    public long Length
    {
        get => Volatile.Read(ref length);
        set => Volatile.Write(ref length, value);
    }

    public string Path { get; } = System.IO.Path.Combine(folder, $"{lane}-{number:D10}{Extension}");

    /// <summary>The segments of a lane, oldest first.</summary>
    public static IEnumerable<Segment> Find(string folder, string lane) =>
        Directory.EnumerateFiles(folder, $"{lane}-*{Extension}")
            .Select(path => System.IO.Path.GetFileNameWithoutExtension(path)[(lane.Length + 1)..])
            .Where(text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(text => new Segment(folder, lane, long.Parse(text, CultureInfo.InvariantCulture)))
            .Select(segment =>
            {
                segment.Length = new FileInfo(segment.Path).Length;
                return segment;
            })
            .OrderBy(segment => segment.Number);

    public SafeFileHandle Create() => File.OpenHandle(
        Path, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete);

    public void Delete()
    {
        try
        {
            File.Delete(Path);
        }
        catch (IOException)
        {
            // Delivered once more after the next start; nothing is lost.
        }
    }

    /// <summary>Whole lines from an offset on.</summary>
    public long CountLines(long offset)
    {
        var lines = 0L;
        var chunk = new byte[ChunkBytes];
        using var handle = Open();
        while (offset < Length && RandomAccess.Read(handle, chunk, offset) is > 0 and var bytes)
        {
            lines += chunk.AsSpan(0, (int)Math.Min(bytes, Length - offset)).Count((byte)'\n');
            offset += bytes;
        }

        return lines;
    }

    /// <returns>The offset behind what the batch took; a last line without its end is left where it is.</returns>
    public long ReadInto(EventBatch batch, long offset)
    {
        var end = Length;
        if (offset >= end || TryOpen() is not { } opened) return Math.Max(offset, end);
        using var handle = opened;
        while (!batch.IsFull && offset < end)
        {
            var space = batch.Free;
            var bytes = RandomAccess.Read(handle, space[..(int)Math.Min(space.Length, end - offset)], offset);
            var used = batch.Take(bytes);
            // Longer than any line that was ever written: damage, to be got over.
            if (used == 0 && bytes > Mailbox.SlotBytes) used = bytes;
            if (used == 0) break;
            offset += used;
        }

        return offset;
    }

    // Given up in this moment, or by somebody who tidies up: there is nothing to read.
    private SafeFileHandle? TryOpen()
    {
        try
        {
            return Open();
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private SafeFileHandle Open() => File.OpenHandle(
        Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
}
