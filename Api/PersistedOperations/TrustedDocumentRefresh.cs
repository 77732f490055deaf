using Jobs.Experiments;
using Microsoft.Extensions.Options;

namespace Jobs.Api.PersistedOperations;

/// <summary>Looks every few seconds whether the table has other documents, and which of them were used.</summary>
public sealed class TrustedDocumentRefresh(
    TrustedDocumentRegistry registry, TrustedDocumentUses uses, IOptions<PersistedOperationsOptions> options, WorkRounds rounds)
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

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => rounds.RepeatAsync(
        "trusted-documents", TimeSpan.FromSeconds(options.Value.RefreshSeconds), RefreshAsync, stoppingToken);

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await registry.LoadAsync(cancellationToken);
        await uses.NoteAsync(cancellationToken);
    }
}
