using System.Diagnostics.Metrics;

namespace Jobs.Api.Sentry;

/// <summary>Counts and measurements of what goes to Sentry; docs/sentry.md explains each.</summary>
public sealed class SentryMetrics : IDisposable
{
    public const string MeterName = "Jobs.Sentry";

    private readonly Meter meter;
    private readonly Counter<long> sent;
    private readonly Counter<long> discarded;
    private readonly Counter<long> requests;
    private long ended;
    private Func<(int Queued, int Stored, long Bytes, TimeSpan Oldest)>? waiting;

    public SentryMetrics()
    {
        meter = new Meter(MeterName, version: null, tags: null, scope: this);
        sent = meter.CreateCounter<long>("jobs.sentry.sent", "{item}", "Items that Sentry took.");
        discarded = meter.CreateCounter<long>("jobs.sentry.discarded", "{item}", "Items that will not reach Sentry.");
        requests = meter.CreateCounter<long>("jobs.sentry.requests", "{request}", "Requests that ended, by status or none.");
        meter.CreateObservableGauge("jobs.sentry.queued", () => Waiting.Queued, "{item}", "Items that wait in memory.");
        meter.CreateObservableGauge("jobs.sentry.buffer.items", () => Waiting.Stored, "{item}", "Items that wait on the disk.");
        meter.CreateObservableGauge("jobs.sentry.buffer.size", () => Waiting.Bytes, "By", "Bytes that they take.");
        meter.CreateObservableGauge(
            "jobs.sentry.oldest.age", () => Waiting.Oldest.TotalSeconds, "s", "Age of the oldest item that waits.");
    }

    /// <summary>Requests that ended, with an answer or without.</summary>
    public long Requests => Interlocked.Read(ref ended);

    private (int Queued, int Stored, long Bytes, TimeSpan Oldest) Waiting => waiting?.Invoke() ?? default;

    public void Dispose() => meter.Dispose();

    internal void Observe(Func<(int Queued, int Stored, long Bytes, TimeSpan Oldest)> waiting) => this.waiting = waiting;

    /// <param name="status">Null: there was no answer.</param>
    internal void CountRequest(int? status)
    {
        requests.Add(1, new KeyValuePair<string, object?>("status", status ?? (object)"none"));
        Interlocked.Increment(ref ended);
    }

    internal void CountSent(DataCategory category) =>
        sent.Add(1, new KeyValuePair<string, object?>("category", ProtocolName.Of(category)));

    internal void CountDiscarded(string reason, DataCategory category, long quantity = 1) => discarded.Add(
        quantity, new KeyValuePair<string, object?>("reason", reason),
        new KeyValuePair<string, object?>("category", ProtocolName.Of(category)));
}
