namespace Jobs.Api.Sentry;

/// <summary>One envelope and what came of it. An answer, whichever, ends the matter; no answer begins a pause.</summary>
internal sealed partial class SentryExchange(
    Dsn dsn, SentryOptions options, ClientReports reports, SentryMetrics metrics, TimeProvider time, ILogger logger) : IDisposable
{
    private const int TooManyRequests = 429;
    private readonly EnvelopeRequest request = new(dsn, options, time);
    private int refusedBefore;

    public RateLimits Limits { get; } = new(time);

    public SendPause Pause { get; } = new(options, time);

    /// <returns>True: taken. False: refused for good, and accounted for. Null: no answer.</returns>
    public async Task<bool?> TrySendAsync(Envelope envelope, CancellationToken abandon)
    {
        try
        {
            var status = await request.SendAsync(envelope, Limits, abandon);
            Pause.End();
            var isTaken = status is >= 200 and < 300;
            if (isTaken) metrics.CountSent(envelope.Category);
            else Refuse(envelope.Category, status);
            metrics.CountRequest(status);
            return isTaken;
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or TimeoutException)
        {
            var isFirst = !Pause.IsFailing;
            var seconds = Pause.Begin().TotalSeconds;
            var kind = problem.GetType().Name;
            if (isFirst) LogNoAnswer(logger, kind, seconds);
            else LogStillNoAnswer(logger, kind, seconds);
            metrics.CountRequest(status: null);
            return null;
        }
        catch (OperationCanceledException) when (abandon.IsCancellationRequested)
        {
            return null;
        }
    }

    public bool IsLimited(DataCategory category)
    {
        if (!Limits.IsLimited(category)) return false;
        reports.Add(DiscardReason.RatelimitBackoff, category);
        return true;
    }

    public void Dispose() => request.Dispose();

    private void Refuse(DataCategory category, int status)
    {
        if (status == TooManyRequests)
        {
            metrics.CountDiscarded("too_many_requests", category); // Sentry has counted it already.
            return;
        }

        if (category != DataCategory.Internal) reports.Add(DiscardReason.SendError, category);
        if (status != refusedBefore) LogRefused(logger, category, status);
        refusedBefore = status;
    }

    [LoggerMessage(EventId = 70, EventName = "SentryNoAnswer", Level = LogLevel.Warning,
        Message = "Sentry does not answer ({Problem}); what is for it waits on the disk. Next try in {Seconds:0.0} s.")]
    private static partial void LogNoAnswer(ILogger logger, string problem, double seconds);

    [LoggerMessage(EventId = 71, EventName = "SentryStillNoAnswer", Level = LogLevel.Debug,
        Message = "Sentry still does not answer ({Problem}). Next try in {Seconds:0.0} s.")]
    private static partial void LogStillNoAnswer(ILogger logger, string problem, double seconds);

    [LoggerMessage(EventId = 72, EventName = "SentryRefused", Level = LogLevel.Warning,
        Message = "Sentry refuses an item ({Category}) with status {Status}; further ones of this status are only counted.")]
    private static partial void LogRefused(ILogger logger, DataCategory category, int status);
}
