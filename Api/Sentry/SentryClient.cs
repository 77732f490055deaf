using Microsoft.Extensions.Options;

namespace Jobs.Api.Sentry;

/// <summary>
/// Where the rest of the service tells Sentry something. Nothing here waits, throws or costs anything without a DSN; the official
/// SDK could stand behind it.
/// </summary>
public sealed class SentryClient : IAsyncDisposable
{
    private readonly SentrySender? sender;
    private readonly ClientReports reports;
    private readonly Trails trails;
    private readonly TimeProvider time;

    public SentryClient(
        SentryProject project, Trails trails, SentryMetrics metrics, IOptions<SentryOptions> options, TimeProvider time,
        ILogger<SentryClient> logger)
    {
        (this.trails, this.time, reports) = (trails, time, new ClientReports(metrics));
        if (project.Dsn is { } dsn) sender = new SentrySender(project, dsn, options.Value, reports, metrics, time, logger);
    }

    /// <summary>Whether there is a DSN.</summary>
    public bool IsEnabled => sender is not null;

    public void Capture(SentryEvent captured)
    {
        if (sender is null) return;
        var now = time.GetUtcNow();
        sender.Add(new QueuedItem(DataCategory.Error, captured with
        {
            Timestamp = captured.Timestamp ?? now,
            Trace = captured.Trace ?? trails.Trace(),
            Breadcrumbs = captured.Breadcrumbs ?? trails.Breadcrumbs(),
        }, now));
    }

    /// <summary>For the release's health; sent as sums, once a minute.</summary>
    public void CountRequest(SessionStatus status) => sender?.Count(status);

    public void CheckIn(SentryCheckIn checkIn) =>
        sender?.Add(new QueuedItem(DataCategory.Monitor, checkIn, time.GetUtcNow()));

    /// <summary>The caller left something out on purpose: Sentry's own counts are to know of it.</summary>
    public void Discard(DiscardReason reason, DataCategory category, int quantity = 1)
    {
        if (IsEnabled) reports.Add(reason, category, quantity);
    }

    /// <summary>Sends what there is, even if no hosted service has ever started.</summary>
    /// <returns>Whether everything was sent; otherwise it will be on the disk once this is disposed of.</returns>
    public Task<bool> FlushAsync(TimeSpan timeout, CancellationToken cancellationToken = default) =>
        sender?.FlushAsync(timeout, cancellationToken) ?? Task.FromResult(true);

    public async ValueTask DisposeAsync()
    {
        if (sender is not null) await sender.DisposeAsync();
    }

    /// <summary>Sends what earlier processes left behind, too.</summary>
    internal void Start() => sender?.Start();

    internal async Task CloseAsync(TimeSpan deadline, CancellationToken cancellationToken)
    {
        if (sender is null) return;
        await sender.FlushAsync(deadline, cancellationToken);
        await sender.CloseAsync();
    }
}
