using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Jobs.Experiments;

/// <summary>
/// Looks at running experiments from time to time, and pauses one whose guardrail turned significantly bad; what it reads of the
/// others is their health in the console. One instance looks at a time: the analytics service allows few exports an hour.
/// </summary>
public sealed partial class GuardrailWatch(
    IDbContextFactory<JobsDb> dbFactory, NpgsqlDataSource dataSource, ExperimentResultsReader results,
    NoticeExperimentChanges changes, IOptions<ExperimentsOptions> options, WorkRounds rounds, ILogger<GuardrailWatch> logger)
    : BackgroundService
{
    private const long AdvisoryLock = 0x4A6F627347756172; // "JobsGuar"

    /// <returns>How many experiments were paused.</returns>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken); // The lock belongs to the session.
        if (!await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_lock({AdvisoryLock}) AS \"Value\"")
            .SingleAsync(cancellationToken)) return 0;
        try
        {
            var running = await db.NoticeExperiments.AsNoTracking()
                .Where(experiment => experiment.Status == ExperimentStatus.Running)
                .OrderBy(experiment => experiment.Id)
                .ToListAsync(cancellationToken);
            await results.ReadAllAsync(running, cancellationToken);
            var paused = 0;
            foreach (var experiment in running)
                if (await PauseIfBadAsync(experiment, cancellationToken)) paused++;
            return paused;
        }
        finally
        {
            await UnlockAsync(db);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => rounds.RepeatAsync(
        "guardrail-watch", TimeSpan.FromMinutes(options.Value.GuardrailMinutes), LookAsync, stoppingToken);

    private async Task UnlockAsync(JobsDb db)
    {
        try
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({AdvisoryLock})", CancellationToken.None);
        }
        catch
        {
            ChangedSession.Discard(dataSource);
            throw;
        }
    }

    private async Task<bool> PauseIfBadAsync(NoticeExperiment experiment, CancellationToken cancellationToken)
    {
        var guardrails = results.LastRead(experiment)?.Verdict.Guardrails ?? [];
        if (guardrails.FirstOrDefault(guardrail => guardrail.State == GuardrailState.Bad) is not { } bad) return false;
        var reason = $"{bad.Sentence.Korean}\n{bad.Sentence.English}";
        if (await changes.PauseByGuardrailAsync(experiment.Id, reason, cancellationToken) is not ExperimentOutcome.Done) return false;
        LogPaused(logger, experiment.Key, bad.Sentence.English);
        return true;
    }

    [LoggerMessage(EventId = 36, EventName = "PausedByGuardrail", Level = LogLevel.Warning,
        Message = "The experiment {Experiment} was paused. {Reason}")]
    private static partial void LogPaused(ILogger logger, string experiment, string reason);
}
