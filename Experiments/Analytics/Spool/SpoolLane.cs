using Microsoft.Win32.SafeHandles;

namespace Jobs.Experiments;

/// <summary>
/// Events of one importance, oldest first: a mailbox, then append-only segments of lines, and the position up to which they are
/// delivered. One thread stores, one delivers.
/// </summary>
internal sealed class SpoolLane : IDisposable
{
    private const int DrainBytes = 256 * 1024;

    // What IOException.HResult is on Linux (ENOSPC, EDQUOT) and on Windows.
    private const int NoSpace = 28;
    private const int QuotaUsedUp = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    private readonly Lock gate = new();
    private readonly string folder;
    private readonly string name;
    private readonly long segmentBytesMax;
    private readonly List<Segment> segments;
    private readonly PositionFile delivered;
    private readonly byte[] drained = new byte[DrainBytes];
    private readonly Mailbox mailbox;
    private readonly SegmentWrite write;
    private SafeFileHandle? writing;
    private long nextNumber;
    private SpoolPosition position;
    private SpoolPosition read;
    private long pending;
    private long inFlightLost;
    private long removals;

    public SpoolLane(string folder, string name, int slots, long segmentBytesMax, SegmentWrite? write = null)
    {
        (this.folder, this.name, this.segmentBytesMax) = (folder, name, segmentBytesMax);
        this.write = write ?? RandomAccess.Write;
        delivered = new PositionFile(Path.Combine(folder, $"{name}.position"));
        segments = [.. Segment.Find(folder, name)];
        position = read = delivered.Read();
        nextNumber = Math.Max(segments.Count > 0 ? segments[^1].Number : 0, position.Segment) + 1;
        pending = segments.Where(segment => segment.Number >= position.Segment)
            .Sum(segment => segment.CountLines(segment.Number == position.Segment ? position.Offset : 0));
        mailbox = OpenMailbox(Path.Combine(folder, $"{name}.mailbox"), slots);
    }

    public bool IsDurable => mailbox.IsDurable;

    /// <summary>Events that are not delivered yet.</summary>
    public long Pending
    {
        get
        {
            // The mailbox first: what goes to a segment meanwhile is counted twice, the other way round it would not be at all.
            var waiting = mailbox.Count;
            return waiting + Interlocked.Read(ref pending);
        }
    }

    public long Bytes
    {
        get { lock (gate) return segments.Sum(segment => segment.Length); }
    }

    public bool TryAdd(ReadOnlySpan<byte> line) => mailbox.TryAdd(line);

    /// <summary>Brings what waits in the mailbox into segments.</summary>
    public StoreOutcome Store()
    {
        while (mailbox.Peek(drained, out var bytes) is > 0 and var count)
        {
            if (Append(drained.AsSpan(0, bytes), count) is not StoreOutcome.Stored and var problem) return problem;
            mailbox.Free(count);
        }

        return StoreOutcome.Stored;
    }

    /// <summary>The disk takes nothing and nothing can go: makes room for newer events in the mailbox itself.</summary>
    /// <returns>How many were dropped.</returns>
    public int DropWaiting()
    {
        if (mailbox.Count < mailbox.Slots * 3 / 4) return 0;
        var count = mailbox.Slots / 4;
        mailbox.Free(count);
        return count;
    }

    /// <summary>Gives up the oldest segment, the one being written if there is no other.</summary>
    /// <returns>How many undelivered events were in it; null: there is none.</returns>
    public long? DropOldest()
    {
        lock (gate)
        {
            if (segments.Count == 0) return null;
            var oldest = segments[0];
            var lost = oldest.Number < read.Segment ? 0 : oldest.CountLines(oldest.Number == read.Segment ? read.Offset : 0);
            // What is being sent is in memory, and counts as delivered or not when that is known.
            if (oldest.Number >= position.Segment && oldest.Number <= read.Segment)
                inFlightLost += oldest.CountLines(oldest.Number == position.Segment ? position.Offset : 0) - lost;
            Remove(oldest);
            removals++;
            Interlocked.Add(ref pending, -lost);
            return lost;
        }
    }

    /// <summary>Adds the oldest undelivered events to a batch.</summary>
    public void ReadInto(EventBatch batch)
    {
        var before = batch.Mark();
        while (true)
        {
            Segment[] waiting;
            SpoolPosition at;
            long removed;
            lock (gate) (waiting, at, removed) = ([.. segments.Where(IsWaiting)], position, removals);
            // Not with the gate held: whoever stores would wait for this, and the mailbox fill up meanwhile.
            foreach (var segment in waiting)
            {
                if (segment.Number > at.Segment) at = new SpoolPosition(segment.Number, 0);
                at = at with { Offset = segment.ReadInto(batch, at.Offset) };
                if (batch.IsFull) break;
            }

            lock (gate)
            {
                if (removals == removed)
                {
                    (read, inFlightLost) = (at, 0);
                    batch.Ends[this] = (at, batch.Lines - before.Lines);
                    return;
                }
            }

            batch.BackTo(before); // A segment was given up while it was read: its events are counted as lost.
        }
    }

    /// <summary>Everything up to here has arrived, or never will.</summary>
    public void Advance(SpoolPosition end, int lines)
    {
        lock (gate)
        {
            if (end == position) return;
            (position, read, inFlightLost) = (end, end, 0);
            delivered.TryWrite(end);
            Interlocked.Add(ref pending, -lines);
            while (segments.Count > 0 && (segments[0].Number < end.Segment || IsUsedUp(segments[0], end))) Remove(segments[0]);
        }
    }

    /// <summary>The batch under way is given up; what is left of it on the disk can be read again.</summary>
    /// <returns>How many of its events are not there any more.</returns>
    public long Release()
    {
        lock (gate)
        {
            var lost = inFlightLost;
            (read, inFlightLost) = (position, 0);
            Interlocked.Add(ref pending, -lost);
            return lost;
        }
    }

    public void Dispose()
    {
        mailbox.Dispose();
        writing?.Dispose();
        delivered.Dispose();
    }

    private bool IsWaiting(Segment segment) => segment.Number >= position.Segment;

    private bool IsUsedUp(Segment segment, SpoolPosition end) =>
        segment.Number == end.Segment && segment.Length <= end.Offset && (writing is null || segment != segments[^1]);

    private void Remove(Segment segment)
    {
        if (segment == segments[^1])
        {
            writing?.Dispose();
            writing = null;
        }

        segments.Remove(segment);
        segment.Delete();
    }

    private StoreOutcome Append(ReadOnlySpan<byte> lines, int count)
    {
        lock (gate)
        {
            try
            {
                if (writing is null || segments[^1].Length >= segmentBytesMax) Begin();
                write(writing!, lines, segments[^1].Length);
                segments[^1].Length += lines.Length;
                Interlocked.Add(ref pending, count);
                return StoreOutcome.Stored;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // One that could be begun but not written to would be found, and dropped, again and again.
                if (segments.Count > 0 && segments[^1].Length == 0) Remove(segments[^1]);
                return e.HResult is NoSpace or QuotaUsedUp or WindowsDiskFull ? StoreOutcome.DiskFull : StoreOutcome.Failed;
            }
        }
    }

    // Never goes on with a segment of another process: its last line may be half a line.
    private void Begin()
    {
        writing?.Dispose();
        writing = null;
        var segment = new Segment(folder, name, nextNumber);
        writing = segment.Create();
        nextNumber++;
        segments.Add(segment);
    }

    private Mailbox OpenMailbox(string path, int slots)
    {
        if (File.Exists(path))
        {
            var left = Mailbox.Recover(path);
            var count = left.Count(letter => letter == '\n');
            // A kill right here leaves the events in both places: sent twice, counted once.
            if (left.Length > 0 && Append(left, count) != StoreOutcome.Stored)
                throw new IOException($"There is no room for the {count} events in {path}. They are still there.");
            File.Delete(path);
        }

        return Mailbox.Create(path, slots);
    }
}

/// <summary>How a segment is written; tests put a full disk in its place.</summary>
internal delegate void SegmentWrite(SafeFileHandle segment, ReadOnlySpan<byte> lines, long offset);

internal enum StoreOutcome
{
    Stored,

    /// <summary>Something has to go before anything can come.</summary>
    DiskFull,

    /// <summary>The disk takes nothing, and dropping events would not help it.</summary>
    Failed,
}
