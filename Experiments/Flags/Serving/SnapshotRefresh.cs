using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Jobs.Experiments;

/// <summary>
/// Keeps the snapshot fresh: it listens for announcements of the database, and polls behind that, because a connection can be
/// dead without knowing and what was announced before it began to listen is lost.
/// </summary>
public sealed class SnapshotRefresh(
    ServedSnapshots served, NpgsqlDataSource dataSource, IOptions<ExperimentsOptions> options, WorkRounds rounds,
    TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private readonly TimeSpan _period = TimeSpan.FromSeconds(options.Value.PollSeconds);
    private readonly TimeSpan _pauseMax = TimeSpan.FromSeconds(options.Value.ReconnectSecondsMax);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(ListenAgainAndAgainAsync(stoppingToken),
                rounds.RepeatAsync("flag-refresh", _period, served.ReadIfChangedAsync, stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private async Task ListenAgainAndAgainAsync(CancellationToken cancellationToken)
    {
        var pause = TimeSpan.Zero;
        while (true)
        {
            try
            {
                await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
                try
                {
                    await ListenAsync(connection, () => pause = TimeSpan.Zero, cancellationToken);
                }
                finally
                {
                    ChangedSession.Discard(dataSource);
                }
            }
            catch (Exception exception) when (ServedSnapshots.IsOfDatabase(exception))
            {
                served.NoteListening(isListening: false);
                served.Fail(exception);
            }
            // The first try comes at once; instances that lost the same server do not come back in step.
            await Task.Delay(pause * (0.5 + Random.Shared.NextDouble() / 2), time, cancellationToken);
            pause = pause == TimeSpan.Zero ? FirstPause : pause * 2 > _pauseMax ? _pauseMax : pause * 2;
        }
    }

    private async Task ListenAsync(NpgsqlConnection connection, Action connected, CancellationToken cancellationToken)
    {
        var announced = 0L;
        connection.Notification += (_, notification) =>
        {
            if (long.TryParse(notification.Payload, CultureInfo.InvariantCulture, out var revision)) announced = revision;
        };
        await ExecuteAsync(connection, $"LISTEN {ServedRevision.Channel}", cancellationToken);
        connected();
        served.NoteListening(isListening: true);
        while (true)
        {
            // Also after connecting: what was announced meanwhile was announced to nobody.
            if (announced == 0 || announced != served.Current.Revision) await served.RefreshAsync(cancellationToken);
            // Silence is either peace or a dead line; only asking tells.
            while (!await connection.WaitAsync(_period, cancellationToken))
                await ExecuteAsync(connection, "SELECT 1", cancellationToken);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statement, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 5 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
