using System.Data.Common;
using System.Net.Sockets;
using Jobs.Experiments;
using Jobs.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Api.Observability;

/// <summary>Brings the counts of this instance into the table that all share: once a minute and at the end.</summary>
public sealed partial class DeprecatedUseWriter(
    DeprecatedUseTally tally, IDbContextFactory<JobsDb> dbFactory, WorkRounds rounds, TimeProvider time,
    ILogger<DeprecatedUseWriter> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);
    private DateOnly forgottenOn;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    /// <summary>Nothing is lost if the database is away: the counts stay, and go with the next ones.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var uses = tally.Take();
        if (uses.Count == 0) return;
        try
        {
            await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
            await db.AddDeprecatedUsesAsync(uses, cancellationToken);
            uses = [];
            await ForgetAsync(db, cancellationToken);
        }
        catch (Exception e) when (e is DbException or SocketException or IOException or TimeoutException
            or OperationCanceledException or InvalidOperationException)
        {
            tally.PutBack(uses);
            LogNotWritten(logger, e.GetType().Name);
        }
    }

    /// <summary>The last counts go in <see cref="StopAsync"/>.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        rounds.RepeatAsync("deprecated-uses", Period, WriteAsync, stoppingToken);

    private async Task ForgetAsync(JobsDb db, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (forgottenOn == today) return;
        await db.ForgetDeprecatedUsesAsync(today, cancellationToken);
        forgottenOn = today;
    }

    [LoggerMessage(EventId = 20, EventName = "DeprecatedUsesNotWritten", Level = LogLevel.Warning,
        Message = "Counts of deprecated elements wait for the next minute: {Problem}.")]
    private static partial void LogNotWritten(ILogger logger, string problem);
}
