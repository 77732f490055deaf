using Jobs.Experiments;
using Jobs.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Jobs.Api.Triage;

/// <summary>Tells the other instances every few seconds what this one saw, and learns what they saw.</summary>
public sealed partial class ErrorExchange(
    ErrorTriage triage, VariantStops stops, IDbContextFactory<JobsDb> dbFactory, IOptions<TriageOptions> options,
    WorkRounds rounds, TimeProvider time, ILogger<ErrorExchange> logger) : BackgroundService
{
    // Changes of the last minutes are read again and again; after a longer silence everything is.
    private static readonly TimeSpan SilenceMax = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan StatementMax = TimeSpan.FromSeconds(10); // Readers look back further than that.
    private static readonly TimeSpan ForgetPeriod = TimeSpan.FromMinutes(10);

    // The first exchange makes EF Core's model, which takes a processor for half a second: the first requests have it first.
    private static readonly TimeSpan FirstAfter = TimeSpan.FromSeconds(2);
    private (DateTimeOffset ByDatabase, DateTimeOffset ByService)? readAt;
    private DateTimeOffset forgottenAt;
    private bool isAway;

    /// <summary>Nothing is lost if the database is away: what was seen stays, and goes with the next.</summary>
    /// <returns>Whether the database answered.</returns>
    public Task<bool> ExchangeAsync(CancellationToken cancellationToken) => TryAsync(async db =>
    {
        await TellAsync(db, cancellationToken);
        var now = time.GetUtcNow();
        var shared = await db.ReadSharedErrorsAsync(
            now - readAt?.ByService < SilenceMax ? readAt?.ByDatabase : null, now, cancellationToken);
        triage.Learn(shared);
        readAt = (shared.ReadAt, now);
        await ForgetAsync(db, now, cancellationToken);
        await stops.StopAsync(triage.FailingVariants(), cancellationToken);
    }, cancellationToken);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(db => TellAsync(db, cancellationToken), cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(FirstAfter, time, stoppingToken);
        await ExchangeAsync(stoppingToken); // What the others know is wanted before the first error. The last goes in StopAsync.
        await rounds.RepeatAsync(
            "error-exchange", TimeSpan.FromSeconds(options.Value.ExchangeSeconds), ExchangeAsync, stoppingToken);
    }

    private async Task<bool> TryAsync(Func<JobsDb, Task> act, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
            db.Database.SetCommandTimeout(StatementMax);
            await act(db);
            isAway = false;
            return true;
        }
#pragma warning disable CA1031 // Whatever is wrong with telling others of errors must not end a service that works otherwise.
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (!isAway && !cancellationToken.IsCancellationRequested) LogAway(logger, e.GetType().Name);
            isAway = true;
            return false;
        }
    }

    private async Task TellAsync(JobsDb db, CancellationToken cancellationToken)
    {
        var deltas = triage.Take();
        if (deltas.IsEmpty) return;
        try
        {
            await db.AddErrorsAsync(deltas, TimeSpan.FromMinutes(options.Value.QuietMinutes), cancellationToken);
        }
        catch
        {
            triage.PutBack(deltas);
            throw;
        }
    }

    private async Task ForgetAsync(JobsDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (now - forgottenAt < ForgetPeriod) return;
        await db.ForgetErrorsAsync(options.Value.FingerprintsMax, ErrorViewers.KeptMax, now, cancellationToken);
        forgottenAt = now;
    }

    [LoggerMessage(EventId = 60, EventName = "ErrorsNotShared", Level = LogLevel.Warning,
        Message = "Each instance counts errors by itself until the database is back: {Problem}.")]
    private static partial void LogAway(ILogger logger, string problem);
}
