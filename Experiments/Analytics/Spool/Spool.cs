namespace Jobs.Experiments;

/// <summary>
/// The events of this instance that are recorded and not delivered yet, in a folder that no other instance uses. Full, it gives
/// up ordinary events, oldest first, and exposures last.
/// </summary>
internal sealed class Spool : IDisposable
{
    private const int OrdinarySlots = 16_384;
    private const int ExposureSlots = 1024;
    private const int SegmentsPerSpool = 16;
    private const long SegmentBytesMax = 4 * 1024 * 1024;
    private readonly SpoolLane exposures;
    private readonly SpoolLane ordinary;
    private readonly long bytesMax;
    private readonly AnalyticsMetrics metrics;

    public Spool(string folder, long bytesMax, AnalyticsMetrics metrics, SegmentWrite? write = null)
    {
        (Folder, this.bytesMax, this.metrics) = (folder, bytesMax, metrics);
        var segmentBytesMax = Math.Min(SegmentBytesMax, bytesMax / SegmentsPerSpool);
        exposures = new SpoolLane(folder, "exposures", ExposureSlots, segmentBytesMax, write);
        ordinary = new SpoolLane(folder, "events", OrdinarySlots, segmentBytesMax, write);
    }

    public static IReadOnlyList<string> LaneNames { get; } = ["exposures", "events"];

    public string Folder { get; }

    /// <summary>False: the disk had no room for a mailbox, so events that wait for a segment are in memory.</summary>
    public bool IsDurable => exposures.IsDurable && ordinary.IsDurable;

    public long Pending => exposures.Pending + ordinary.Pending;

    public long Bytes => exposures.Bytes + ordinary.Bytes;

    /// <summary>Never waits and never throws; what cannot be kept is counted.</summary>
    public void Add(in AnalyticsEvent recorded)
    {
        Span<byte> line = stackalloc byte[Mailbox.LineBytesMax];
        var length = EventJson.Write(recorded, line);
        if (length == 0) metrics.CountDropped(1, DropReason.TooLarge);
        else if (!(recorded.Definition.IsExposure ? exposures : ordinary).TryAdd(line[..length]))
            metrics.CountDropped(1, DropReason.MailboxFull);
    }

    /// <summary>Brings what was recorded into segments, and keeps them within the bound.</summary>
    /// <returns>False: the disk takes nothing at the moment.</returns>
    public bool Store()
    {
        var isStored = Store(exposures) & Store(ordinary);
        while (Bytes > bytesMax && (ordinary.DropOldest() ?? exposures.DropOldest()) is { } lost)
            metrics.CountDropped(lost, DropReason.SpoolFull);
        return isStored;
    }

    public void Fill(EventBatch batch)
    {
        batch.Clear();
        exposures.ReadInto(batch);
        if (!batch.IsFull) ordinary.ReadInto(batch);
    }

    /// <summary>Nothing of the batch has to be sent again.</summary>
    public void Advance(EventBatch batch)
    {
        foreach (var (lane, (end, lines)) in batch.Ends) lane.Advance(end, lines);
        if (batch.Unreadable > 0) metrics.CountDropped(batch.Unreadable, DropReason.Unreadable);
    }

    /// <summary>The batch under way will not arrive any more; what is left of it in segments goes next time.</summary>
    public void GiveUp(EventBatch batch)
    {
        foreach (var lane in batch.Ends.Keys) metrics.CountDropped(lane.Release(), DropReason.SpoolFull);
        batch.Clear();
    }

    public void Dispose()
    {
        exposures.Dispose();
        ordinary.Dispose();
    }

    private bool Store(SpoolLane lane)
    {
        while (true)
        {
            var outcome = lane.Store();
            if (outcome == StoreOutcome.Stored) return true;
            if (outcome == StoreOutcome.DiskFull && ordinary.DropOldest() is { } lost)
            {
                metrics.CountDropped(lost, DropReason.DiskFull);
                continue;
            }

            // The rest waits in the mailbox, which is there already.
            if (lane.DropWaiting() is > 0 and var waiting) metrics.CountDropped(waiting, DropReason.DiskFull);
            return false;
        }
    }
}
