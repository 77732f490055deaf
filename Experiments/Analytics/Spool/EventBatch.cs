using System.Text.Json;

namespace Jobs.Experiments;

/// <summary>Lines on their way to Mixpanel, in one buffer that every batch uses again, and where in the lanes they end.</summary>
internal sealed class EventBatch(int eventsMax, int bytesMax)
{
    private readonly byte[] buffer = new byte[bytesMax];
    private readonly List<Range> lines = new(eventsMax);

    public int Count => lines.Count;

    /// <summary>Of the lines with one separator each: what /import counts, but for the brackets.</summary>
    public int Bytes { get; private set; }

    /// <summary>No further line is known to fit.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Lines that are no events: what a power failure left of them.</summary>
    public int Unreadable { get; private set; }

    /// <summary>Where each lane's lines end, and how many they are, unreadable ones included.</summary>
    internal Dictionary<SpoolLane, (SpoolPosition End, int Lines)> Ends { get; } = [];

    public ReadOnlySpan<byte> this[int index] => buffer.AsSpan(lines[index]);

    public ReadOnlyMemory<byte> Line(int index) => buffer.AsMemory(lines[index]);

    public void Clear()
    {
        lines.Clear();
        Ends.Clear();
        (Bytes, IsFull, Unreadable) = (0, false, 0);
    }

    /// <summary>Where the next lines may be read to; <see cref="Take"/> then says what of it is used.</summary>
    internal Span<byte> Free => buffer.AsSpan(Bytes);

    internal int Lines => Count + Unreadable;

    internal (int Lines, int Count, int Bytes, int Unreadable) Mark() => (Lines, Count, Bytes, Unreadable);

    internal void BackTo((int Lines, int Count, int Bytes, int Unreadable) mark)
    {
        lines.RemoveRange(mark.Count, lines.Count - mark.Count);
        (Bytes, Unreadable, IsFull) = (mark.Bytes, mark.Unreadable, false);
    }

    /// <summary>Takes the whole lines at the beginning of what was read.</summary>
    /// <returns>The bytes used, so that the next reading begins behind them.</returns>
    internal int Take(int read)
    {
        var used = 0;
        while (lines.Count < eventsMax)
        {
            var line = buffer.AsSpan(Bytes + used, read - used);
            var length = line.IndexOf((byte)'\n');
            if (length < 0) break;
            if (IsEvent(line[..length])) lines.Add((Bytes + used)..(Bytes + used + length));
            else Unreadable++;
            used += length + 1;
        }

        Bytes += used;
        IsFull = lines.Count >= eventsMax || Free.Length <= Mailbox.LineBytesMax;
        return used;
    }

    private static bool IsEvent(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
            reader.Skip();
            return !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
