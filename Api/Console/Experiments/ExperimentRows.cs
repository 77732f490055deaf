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
        var rows = await (
            from experiment in db.NoticeExperiments.AsNoTracking()
            let last = db.NoticeExperimentRevisions.Where(revision => revision.ExperimentId == experiment.Id)
                .OrderByDescending(revision => revision.Version).Select(revision => revision.Change).FirstOrDefault()
            orderby experiment.Id descending
            select new { Experiment = experiment, LastChange = last }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => RowOf(row.Experiment, row.LastChange))
                .OrderBy(row => Array.IndexOf(MostWanted, row.Experiment.Status)),
        ];
    }

    public async Task<ExperimentRow?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var experiment = await db.NoticeExperiments.AsNoTracking().FirstOrDefaultAsync(row => row.Key == key, cancellationToken);
        if (experiment is null) return null;
        var last = await db.NoticeExperimentRevisions.Where(revision => revision.ExperimentId == experiment.Id)
            .OrderByDescending(revision => revision.Version).Select(revision => revision.Change)
            .FirstOrDefaultAsync(cancellationToken);
        return RowOf(experiment, last);
    }

    /// <summary>Every step after a version, the newest first.</summary>
    public async Task<IReadOnlyList<ExperimentHistoryEntry>> HistoryAsync(
        long experimentId, CancellationToken cancellationToken, int afterVersion = 0)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var all = await db.ReadHistoryAsync(experimentId, cancellationToken);
        return [.. all.TakeWhile(entry => entry.Revision.Version > afterVersion)];
    }

    private ExperimentRow RowOf(NoticeExperiment experiment, ExperimentChange lastChange) => new(
        experiment, ExperimentHealth.Of(experiment, lastChange, results.LastRead(experiment), time.GetUtcNow()),
        ExperimentHealth.DaysOf(experiment, time.GetUtcNow()));
}
