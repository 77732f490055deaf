using Microsoft.Extensions.Options;

namespace Jobs.Api.Sentry;

/// <summary>Sends while the service runs, and for a moment longer when it stops.</summary>
public sealed partial class SentryDelivery(
    SentryClient client, OutgoingTraces outgoing, IOptions<SentryOptions> options, ILogger<SentryDelivery> logger)
    : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!client.IsEnabled) LogNowhere(logger);
        client.Start();
        outgoing.Listen();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) =>
        client.CloseAsync(TimeSpan.FromSeconds(options.Value.ShutdownSeconds), cancellationToken);

    [LoggerMessage(EventId = 77, EventName = "SentryNowhere", Level = LogLevel.Information,
        Message = "No Sentry DSN is configured: errors go to the log only.")]
    private static partial void LogNowhere(ILogger logger);
}
