using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Jobs.Experiments;

/// <summary>Opens the spool when the service starts, sends while it runs, and for a moment longer when it stops.</summary>
public sealed partial class AnalyticsDelivery(
    Analytics analytics, MixpanelAccount account, IOptions<MixpanelOptions> options, AnalyticsMetrics metrics, TimeProvider time,
    ILogger<AnalyticsDelivery> logger) : IHostedService, IDisposable
{
    private static readonly TimeSpan AfterBreakdown = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan DropReport = TimeSpan.FromMinutes(1);
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource abandon = new();
    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(10),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private Task sending = Task.CompletedTask;
    private Task watching = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!account.IsEnabled)
        {
            LogNowhere(logger);
            return Task.CompletedTask;
        }

        try
        {
            analytics.Open();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            LogNoSpool(logger, problem); // The board goes on without; what is lost is counted.
            return Task.CompletedTask;
        }

        var spool = analytics.Spool!;
        if (!spool.IsDurable) LogNotDurable(logger);
        sending = Task.Run(() => SendAsync(spool), CancellationToken.None);
        watching = WatchDropsAsync();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        abandon.CancelAfter(TimeSpan.FromSeconds(options.Value.ShutdownSeconds));
        await stopping.CancelAsync();
        await using (cancellationToken.Register(abandon.Cancel)) await sending;
        await watching;
        analytics.Close();
    }

    public void Dispose()
    {
        http.Dispose();
        stopping.Dispose();
        abandon.Dispose();
    }

    private async Task SendAsync(Spool spool)
    {
        try
        {
            await account.Located.WaitAsync(stopping.Token);
        }
        catch (OperationCanceledException)
        {
            return; // The service stops before it listens.
        }

        var settings = options.Value;
        using var request = new ImportRequest(account, http, time, TimeSpan.FromSeconds(settings.RequestSecondsMax));
        do
        {
            try
            {
                await new Sender(spool, request, settings, metrics, time, logger).RunAsync(stopping.Token, abandon.Token);
                return;
            }
            catch (Exception problem)
            {
                LogBroken(logger, problem);
                await Task.Delay(AfterBreakdown, time, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        while (!stopping.IsCancellationRequested);
    }

    /// <summary>What is given up is counted at once and said once a minute: whoever reads counts has to know that some are missing.</summary>
    private async Task WatchDropsAsync()
    {
        using var timer = new PeriodicTimer(DropReport, time);
        var said = metrics.Dropped;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stopping.Token);
            }
            catch (OperationCanceledException)
            {
                // What the last minute dropped is said before the end.
            }
            if (metrics.Dropped - said is > 0 and var dropped) LogDropped(logger, dropped);
            said = metrics.Dropped;
        }
    }

    [LoggerMessage(EventId = 50, EventName = "AnalyticsDropped", Level = LogLevel.Error,
        Message = "{Count} events were given up in the last minute for want of room: counts in Mixpanel are too low.")]
    private static partial void LogDropped(ILogger logger, long count);

    [LoggerMessage(EventId = 46, EventName = "AnalyticsNowhere", Level = LogLevel.Information,
        Message = "No Mixpanel token is configured: events of the board are not recorded.")]
    private static partial void LogNowhere(ILogger logger);

    [LoggerMessage(EventId = 47, EventName = "AnalyticsNotDurable", Level = LogLevel.Error,
        Message = "The disk has no room for the mailbox of events: what waits there is lost if the service is killed.")]
    private static partial void LogNotDurable(ILogger logger);

    [LoggerMessage(EventId = 48, EventName = "AnalyticsBroken", Level = LogLevel.Critical,
        Message = "The delivery of events broke down; they wait in the spool, and it begins anew in a minute.")]
    private static partial void LogBroken(ILogger logger, Exception problem);

    [LoggerMessage(EventId = 49, EventName = "AnalyticsNoSpool", Level = LogLevel.Critical,
        Message = "There is no folder to spool events to: they are lost until the service starts with one.")]
    private static partial void LogNoSpool(ILogger logger, Exception problem);
}
