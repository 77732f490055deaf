using Microsoft.Extensions.Logging;
using Polly;

namespace Jobs.Experiments;

/// <summary>
/// Brings the spool to Mixpanel, one request at a time: full batches at once, others when their oldest event has waited long
/// enough. Nothing leaves the spool before an answer accounts for it.
/// </summary>
internal sealed partial class Sender(
    Spool spool, ImportRequest request, MixpanelOptions options, AnalyticsMetrics metrics, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private readonly EventBatch batch = new(options.BatchEventsMax, options.BatchBytesMax);
    private readonly DeadLetters deadLetters = new(spool.Folder, time);
    private int failuresInRow;

    /// <param name="stopping">The service stops: nothing is waited for any more.</param>
    /// <param name="abandon">Nor is the request under way.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken abandon)
    {
        var pipeline = BackOff.Create(options, time, LogRetry);
        try
        {
            while (await FillAsync(stopping))
            {
                var isTaken = await DeliverAsync(
                    (from, count) => pipeline.ExecuteAsync(
                        async _ => await request.SendAsync(batch, from, count, abandon), stopping).AsTask());
                if (!isTaken)
                {
                    spool.GiveUp(batch);
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The batch in hand is tried once more.
        }

        await FlushAsync(abandon);
    }

    /// <summary>Waits until there is something to send.</summary>
    /// <returns>False: the service stops.</returns>
    private async Task<bool> FillAsync(CancellationToken stopping)
    {
        long? since = null;
        while (!stopping.IsCancellationRequested)
        {
            spool.Fill(batch);
            metrics.ObserveOldest(batch.Count > 0 ? EventLine.TimeMs(batch[0]) : 0);
            if (batch.Lines > 0) since ??= time.GetTimestamp();
            if (batch.IsFull) return true;
            if (since is { } first && time.GetElapsedTime(first).TotalSeconds >= options.FlushSeconds) return true;
            try
            {
                await Task.Delay(Look, time, stopping);
            }
            catch (OperationCanceledException)
            {
                // Said below.
            }
        }

        return false;
    }

    /// <summary>What can still go does, the batch in hand first; a failure ends it, and the rest stays in the spool.</summary>
    private async Task FlushAsync(CancellationToken abandon)
    {
        try
        {
            while (!abandon.IsCancellationRequested
                && await DeliverAsync((from, count) => request.SendAsync(batch, from, count, abandon)))
            {
                spool.Store();
                spool.Fill(batch);
                if (batch.Lines == 0) return;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException or TimeoutException)
        {
            // Said below.
        }

        spool.GiveUp(batch);
        LogLeft(logger, spool.Pending);
    }

    /// <summary>Sends the batch, in halves where it must be.</summary>
    /// <returns>False: it did not all arrive, and nothing more will at present.</returns>
    private async Task<bool> DeliverAsync(Func<int, int, Task<ImportAnswer>> send)
    {
        var parts = new Stack<(int From, int Count)>();
        if (batch.Count > 0) parts.Push((0, batch.Count));
        while (parts.TryPop(out var part))
        {
            var answer = await send(part.From, part.Count);
            switch (answer.Outcome)
            {
                case ImportOutcome.Taken:
                    failuresInRow = 0;
                    Bury(part.From, answer);
                    metrics.CountSent(part.Count - answer.Refused.Count, EventLine.TimeMs(batch[part.From]));
                    break;
                case ImportOutcome.Divide when part.Count == 1:
                    Bury(part.From, answer.Status, new RefusedEvent(0, "", "refused on its own"));
                    break;
                case ImportOutcome.Divide:
                    parts.Push((part.From + part.Count / 2, part.Count - part.Count / 2));
                    parts.Push((part.From, part.Count / 2));
                    break;
                case ImportOutcome.Forbidden:
                    LogForbidden(logger, answer.Status);
                    metrics.IsStopped = true;
                    return false;
                default:
                    return false;
            }
        }

        spool.Advance(batch);
        return true;
    }

    private void Bury(int from, ImportAnswer answer)
    {
        foreach (var refused in answer.Refused) Bury(from, answer.Status, refused);
    }

    private void Bury(int from, int status, RefusedEvent refused)
    {
        var line = batch[from + refused.Index];
        metrics.CountFailed(1);
        LogRefused(logger, EventLine.InsertId(line), refused.Field);
        try
        {
            deadLetters.Add(line, status, refused.Field, refused.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogNotBuried(logger, EventLine.InsertId(line), e.GetType().Name);
        }
    }

    private void LogRetry(Outcome<ImportAnswer> outcome, TimeSpan pause)
    {
        var problem = outcome.Exception?.GetType().Name ?? $"status {outcome.Result?.Status}";
        if (failuresInRow++ == 0) LogFirstRetry(logger, problem, pause.TotalSeconds);
        else LogFurtherRetry(logger, problem, pause.TotalSeconds);
    }

    [LoggerMessage(EventId = 40, EventName = "AnalyticsRetry", Level = LogLevel.Warning,
        Message = "Mixpanel did not take events ({Problem}); they wait. Next try in {Seconds:0.0} s.")]
    private static partial void LogFirstRetry(ILogger logger, string problem, double seconds);

    [LoggerMessage(EventId = 41, EventName = "AnalyticsRetryAgain", Level = LogLevel.Debug,
        Message = "Mixpanel did not take events again ({Problem}). Next try in {Seconds:0.0} s.")]
    private static partial void LogFurtherRetry(ILogger logger, string problem, double seconds);

    [LoggerMessage(EventId = 42, EventName = "AnalyticsForbidden", Level = LogLevel.Critical,
        Message = "Mixpanel refuses the credentials (status {Status}). Nothing is sent until the service starts with others; "
            + "events wait in the spool.")]
    private static partial void LogForbidden(ILogger logger, int status);

    [LoggerMessage(EventId = 43, EventName = "AnalyticsRefused", Level = LogLevel.Error,
        Message = "Mixpanel refuses event {InsertId} for good, for its {Field}: it is in the dead letters.")]
    private static partial void LogRefused(ILogger logger, string insertId, string field);

    [LoggerMessage(EventId = 44, EventName = "AnalyticsNotBuried", Level = LogLevel.Error,
        Message = "The refused event {InsertId} could not be kept: {Problem}.")]
    private static partial void LogNotBuried(ILogger logger, string insertId, string problem);

    [LoggerMessage(EventId = 45, EventName = "AnalyticsLeft", Level = LogLevel.Warning,
        Message = "{Events} events stay in the spool for the next start.")]
    private static partial void LogLeft(ILogger logger, long events);
}
