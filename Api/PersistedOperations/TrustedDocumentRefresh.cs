using Microsoft.Extensions.Options;

namespace Jobs.Api.PersistedOperations;

/// <summary>Looks every few seconds whether the table has other documents, and which of them were used.</summary>
public sealed class TrustedDocumentRefresh(
    TrustedDocumentRegistry registry, TrustedDocumentUses uses, IOptions<PersistedOperationsOptions> options, TimeProvider time)
    : BackgroundService
{
    private static readonly TimeSpan LastWrite = TimeSpan.FromSeconds(2);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var limit = new CancellationTokenSource(LastWrite);
        try
        {
            await uses.NoteAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // A day of use is not worth holding the stop up.
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.RefreshSeconds), time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await registry.LoadAsync(stoppingToken);
                await uses.NoteAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }
}
