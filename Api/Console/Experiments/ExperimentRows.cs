using Jobs.Experiments;
using Jobs.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Api.WebConsole.Experiments;

/// <summary>An experiment as the list shows it.</summary>
public sealed record ExperimentRow(NoticeExperiment Experiment, ExperimentHealth Health, int? Days);

/// <summary>What the console reads of experiments; what it writes goes through their changes.</summary>
public sealed class ExperimentRows(
    IDbContextFactory<JobsDb> dbFactory, ExperimentResultsReader results, TimeProvider time)
{
    private static readonly ExperimentStatus[] MostWanted =
        [ExperimentStatus.Running, ExperimentStatus.Paused, ExperimentStatus.Draft, ExperimentStatus.Finished];

    /// <summary>What needs somebody first, newest first among its like.</summary>
    public async Task<IReadOnlyList<ExperimentRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var rows = await ReadAsync(db, db.NoticeExperiments.OrderByDescending(experiment => experiment.Id), cancellationToken);
        return [.. rows.OrderBy(row => Array.IndexOf(MostWanted, row.Experiment.Status))];
    }

    public async Task<ExperimentRow?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var rows = await ReadAsync(db, db.NoticeExperiments.Where(experiment => experiment.Key == key), cancellationToken);
        return rows is [var row] ? row : null;
    }

    /// <summary>Every step after a version, the newest first.</summary>
    public async Task<IReadOnlyList<ExperimentHistoryEntry>> HistoryAsync(
        long experimentId, CancellationToken cancellationToken, int afterVersion = 0)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var all = await db.ReadHistoryAsync(experimentId, cancellationToken);
        return [.. all.TakeWhile(entry => entry.Revision.Version > afterVersion)];
    }

    private async Task<List<ExperimentRow>> ReadAsync(
        JobsDb db, IQueryable<NoticeExperiment> experiments, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var rows = await experiments.AsNoTracking().Select(experiment => new
        {
            Experiment = experiment,
            LastChange = db.NoticeExperimentRevisions.Where(revision => revision.ExperimentId == experiment.Id)
                .OrderByDescending(revision => revision.Version).Select(revision => revision.Change).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new ExperimentRow(
                row.Experiment,
                ExperimentHealth.Of(row.Experiment, row.LastChange, results.LastRead(row.Experiment), now),
                ExperimentHealth.DaysOf(row.Experiment, now))),
        ];
    }
}
