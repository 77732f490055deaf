using System.Diagnostics.Metrics;

namespace Jobs.Experiments;

/// <summary>Counts and measurements of the delivery of events; docs/analytics.md explains each.</summary>
public sealed class AnalyticsMetrics : IDisposable
{
    public const string MeterName = "Jobs.Analytics";

    private readonly Meter meter = new(MeterName);
    private readonly Counter<long> sentCounter;
    private readonly Counter<long> failedCounter;
    private readonly Counter<long> droppedCounter;
    private readonly Histogram<double> lag;
    private readonly TimeProvider time;
    private long sent;
    private long failed;
    private long dropped;
    private long oldestMs;
    private Spool? spool;

    public AnalyticsMetrics(TimeProvider time)
    {
        this.time = time;
        sentCounter = meter.CreateCounter<long>("jobs.analytics.sent", "{event}", "Events that Mixpanel took.");
        failedCounter = meter.CreateCounter<long>("jobs.analytics.failed", "{event}", "Events that Mixpanel refused for good.");
        droppedCounter = meter.CreateCounter<long>("jobs.analytics.dropped", "{event}", "Events given up for want of room.");
        lag = meter.CreateHistogram<double>(
            "jobs.analytics.lag", "s", "From the oldest event of a batch to its arrival.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 2, 5, 10, 30, 60, 300, 1800, 7200, 86400] });
        meter.CreateObservableGauge("jobs.analytics.queued", () => Queued, "{event}", "Events recorded and not delivered.");
        meter.CreateObservableGauge("jobs.analytics.spool.size", () => spool?.Bytes ?? 0, "By", "Bytes of the segments.");
        meter.CreateObservableGauge(
            "jobs.analytics.oldest.age", () => OldestAge.TotalSeconds, "s", "Age of the oldest event that is not delivered.");
        meter.CreateObservableGauge(
            "jobs.analytics.stopped", () => IsStopped ? 1 : 0, "{delivery}", "1: Mixpanel refuses the credentials.");
    }

    public long Queued => spool?.Pending ?? 0;

    public long Sent => Interlocked.Read(ref sent);

    public long Failed => Interlocked.Read(ref failed);

    public long Dropped => Interlocked.Read(ref dropped);

    public long SpoolBytes => spool?.Bytes ?? 0;

    public TimeSpan OldestAge => Interlocked.Read(ref oldestMs) is > 0 and var oldest
        ? time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(oldest)
        : TimeSpan.Zero;

    /// <summary>Mixpanel refuses the credentials; events wait in the spool until the service starts with better ones.</summary>
    public bool IsStopped { get; internal set; }

    public void Dispose() => meter.Dispose();

    internal void Observe(Spool? opened) => spool = opened;

    /// <param name="eventMs">Time of the oldest event that waits; 0: none does.</param>
    internal void ObserveOldest(long eventMs) => Interlocked.Exchange(ref oldestMs, eventMs);

    internal void CountSent(long events, long oldestEventMs)
    {
        Interlocked.Add(ref sent, events);
        sentCounter.Add(events);
        if (oldestEventMs > 0) lag.Record(Math.Max(0, (time.GetUtcNow().ToUnixTimeMilliseconds() - oldestEventMs) / 1000d));
    }

    internal void CountFailed(long events)
    {
        Interlocked.Add(ref failed, events);
        failedCounter.Add(events);
    }

    internal void CountDropped(long events, DropReason reason)
    {
        if (events == 0) return;
        Interlocked.Add(ref dropped, events);
        droppedCounter.Add(events, new KeyValuePair<string, object?>("reason", reason.ToString()));
    }
}

internal enum DropReason
{
    /// <summary>Nothing was open to take it: the service is starting or has stopped.</summary>
    Closed,
    TooLarge,
    MailboxFull,
    SpoolFull,
    DiskFull,
    Unreadable,
}
