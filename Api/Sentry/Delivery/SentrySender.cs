using System.Collections.Concurrent;

namespace Jobs.Api.Sentry;

/// <summary>
/// The one who sends: errors first, then the rest, then what waits on the disk. While Sentry does not answer, everything goes to
/// the disk, and one request now and then finds out whether it does again.
/// </summary>
internal sealed partial class SentrySender : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(60);
    private readonly SendQueue queue;
    private readonly RequestSessions sessions;
    private readonly ClientReports reports;
    private readonly EnvelopeWriter writer;
    private readonly EnvelopeBuffer buffer;
    private readonly SentryExchange exchange;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly Lazy<Task> running;
    private readonly CancellationTokenSource abandon = new();
    private readonly ConcurrentQueue<TaskCompletionSource<bool>> asked = new();
    private readonly List<TaskCompletionSource<bool>> flushes = [];
    private volatile TaskCompletionSource wake = NewWake();
    private volatile bool isClosing;
    private bool isReportDue;
    private long periodBegan;

    public SentrySender(
        SentryProject project, Dsn dsn, SentryOptions options, ClientReports reports, SentryMetrics metrics, TimeProvider time,
        ILogger logger)
    {
        (this.reports, this.time, this.logger) = (reports, time, logger);
        queue = new SendQueue(options, reports);
        sessions = new RequestSessions(time);
        writer = new EnvelopeWriter(project, dsn);
        buffer = new EnvelopeBuffer(dsn, options, reports, time, logger);
        exchange = new SentryExchange(dsn, options, reports, metrics, time, logger);
        running = new(Run);
        periodBegan = time.GetTimestamp();
        metrics.Observe(() => (queue.Count, buffer.Count, buffer.Bytes, OldestAge()));
    }

    /// <summary>Sends from now on; whoever adds something has it started as well.</summary>
    public void Start() => _ = running.Value;

    /// <summary>Never waits.</summary>
    public void Add(QueuedItem item)
    {
        if (isClosing) reports.Add(DiscardReason.NetworkError, item.Category);
        else if (!exchange.IsLimited(item.Category))
        {
            queue.Add(item);
            Start();
            wake.TrySetResult();
        }
    }

    public void Count(SessionStatus status) => sessions.Count(status);

    /// <summary>Sends what was added before, counts and reports included. What waits on the disk is not waited for.</summary>
    /// <returns>False: Sentry does not answer, or not all of it was sent in time.</returns>
    public async Task<bool> FlushAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (isClosing) return false;
        var flush = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        asked.Enqueue(flush);
        Start();
        wake.TrySetResult();
        try
        {
            return await flush.Task.WaitAsync(timeout, time, cancellationToken);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>What is not sent by then is left on the disk.</summary>
    public async Task CloseAsync()
    {
        isClosing = true;
        await abandon.CancelAsync();
        wake.TrySetResult();
        if (running.IsValueCreated) await running.Value;
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        exchange.Dispose();
        abandon.Dispose();
    }

    private static TaskCompletionSource NewWake() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Whoever happens to report the first error must not lend the sender its trace and its trail.
    private Task Run()
    {
        using (ExecutionContext.SuppressFlow()) return Task.Run(RunAsync);
    }

    private async Task RunAsync()
    {
        buffer.Open();
        while (!isClosing)
        {
            if (wake.Task.IsCompleted) wake = NewWake(); // Before looking: what is added from here on wakes again.
            var stepBegan = time.GetTimestamp();
            var goesOn = false;
            try
            {
                goesOn = await StepAsync();
            }
            catch (Exception problem)
            {
                LogBroken(logger, MaskedText.Exception(problem));
                exchange.Pause.Begin();
            }

            if (!goesOn && !isClosing) await RestAsync(stepBegan);
        }

        BeginFlushes();
        QueueSessions();
        StoreQueue();
        FinishFlushes(false);
        if (buffer.Count > 0) LogLeft(logger, buffer.Count);
        buffer.Dispose();
    }

    /// <returns>Whether there may be more to do at once.</returns>
    private async Task<bool> StepAsync()
    {
        BeginFlushes();
        BeginPeriod();
        if (exchange.Pause.IsOn)
        {
            StoreQueue();
            FinishFlushes(false);
            return false;
        }

        if (queue.Take() is { } item)
        {
            await SendAsync(item);
            return true;
        }

        if (isReportDue && await TrySendReportAsync()) return true;
        FinishFlushes(!exchange.Pause.IsFailing);
        if (buffer.Next() is not { } stored) return false;
        await SendAsync(stored);
        return true;
    }

    // A pause that ends between the step and this must not be slept through: what counts is what the step could know.
    private async Task RestAsync(long stepBegan)
    {
        var due = periodBegan + (long)(Period.TotalSeconds * time.TimestampFrequency);
        if (exchange.Pause.Until > stepBegan && exchange.Pause.Until < due) due = exchange.Pause.Until;
        var now = time.GetTimestamp();
        if (due <= now) return;
        using var woken = new CancellationTokenSource();
        var resting = Task.Delay(time.GetElapsedTime(now, due), time, woken.Token);
        // The clock may have moved before the timer was set.
        if (time.GetTimestamp() < due) await Task.WhenAny(wake.Task, resting);
        await woken.CancelAsync();
    }

    // Whoever asks now has added before, and what was added before is taken from the queue after this.
    private void BeginFlushes()
    {
        if (asked.IsEmpty) return;
        while (asked.TryDequeue(out var flush)) flushes.Add(flush);
        QueueSessions();
        isReportDue = true;
    }

    private void BeginPeriod()
    {
        if (time.GetElapsedTime(periodBegan) < Period) return;
        periodBegan = time.GetTimestamp();
        QueueSessions();
        isReportDue = true;
        buffer.TakeOver();
    }

    private void FinishFlushes(bool isSent)
    {
        foreach (var flush in flushes) flush.TrySetResult(isSent);
        flushes.Clear();
    }

    private void QueueSessions()
    {
        while (sessions.Take() is { Count: > 0 } minutes)
            queue.Add(new QueuedItem(DataCategory.Session, minutes, time.GetUtcNow()));
    }

    private async Task SendAsync(QueuedItem item)
    {
        if (exchange.IsLimited(item.Category) || TryWrite(item) is not { } envelope) return;
        if (await exchange.TrySendAsync(envelope, abandon.Token) is null) Store(item, envelope);
    }

    private async Task SendAsync(StoredEnvelope stored)
    {
        var isDone = exchange.IsLimited(stored.Category)
            || (buffer.Read(stored) is { } envelope && await exchange.TrySendAsync(envelope, abandon.Token) is not null);
        if (isDone) buffer.Remove(stored);
    }

    /// <returns>Whether there was one; it is told again, with what comes until then, unless it arrives.</returns>
    private async Task<bool> TrySendReportAsync()
    {
        isReportDue = false;
        if (exchange.Limits.IsLimited(DataCategory.Internal) || reports.IsEmpty) return false;
        var losses = reports.Take();
        var report = EnvelopeWriter.Write(losses, time.GetUtcNow());
        if (await exchange.TrySendAsync(report, abandon.Token) is not true) reports.PutBack(losses);
        return true;
    }

    private Envelope? TryWrite(QueuedItem item)
    {
        try
        {
            return item.Content switch
            {
                SentryEvent captured => writer.Write(captured),
                SentryCheckIn checkIn => writer.Write(checkIn, item.At),
                IReadOnlyList<SessionMinute> minutes => writer.Write(minutes, item.At),
                _ => throw new InvalidOperationException($"{item.Content.GetType()} has no envelope."),
            };
        }
        catch (Exception problem)
        {
            // A caller's value that cannot be written costs its event, not the sender.
            LogUnwritable(logger, item.Category, MaskedText.Exception(problem));
            reports.Add(DiscardReason.InternalSdkError, item.Category);
            return null;
        }
    }

    private void StoreQueue()
    {
        while (queue.Take() is { } item)
        {
            if (exchange.IsLimited(item.Category) || TryWrite(item) is not { } envelope) continue;
            if (!Store(item, envelope)) return;
        }
    }

    /// <returns>False: the disk takes nothing, so it waits in memory.</returns>
    private bool Store(QueuedItem item, Envelope envelope)
    {
        // A check-in says "now". Later it would say something that is not so.
        var isKept = item.Category != DataCategory.Monitor;
        if (isKept && buffer.TryAdd(envelope)) return true;
        if (isKept && !isClosing)
        {
            queue.PutBack(item);
            return false;
        }

        reports.Add(DiscardReason.NetworkError, item.Category);
        return true;
    }

    private TimeSpan OldestAge()
    {
        DateTimeOffset?[] waiting = [queue.Oldest, buffer.Oldest];
        return waiting.Min() is { } oldest ? time.GetUtcNow() - oldest : TimeSpan.Zero;
    }

    [LoggerMessage(EventId = 73, EventName = "SentryUnwritable", Level = LogLevel.Warning,
        Message = "An item ({Category}) cannot be written for Sentry: {Detail}")]
    private static partial void LogUnwritable(ILogger logger, DataCategory category, string detail);

    [LoggerMessage(EventId = 75, EventName = "SentryLeft", Level = LogLevel.Information,
        Message = "{Items} items for Sentry stay on the disk for the next start.")]
    private static partial void LogLeft(ILogger logger, int items);

    [LoggerMessage(EventId = 76, EventName = "SentryBroken", Level = LogLevel.Warning,
        Message = "Sending to Sentry broke down and goes on after a pause: {Detail}")]
    private static partial void LogBroken(ILogger logger, string detail);
}
