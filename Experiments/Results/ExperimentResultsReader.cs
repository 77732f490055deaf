using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Jobs.Experiments;

/// <summary>
/// Reads an experiment's events back from the analytics service and makes a report of them. Reports are kept for a while, because
/// the service allows few exports an hour.
/// </summary>
public sealed class ExperimentResultsReader(RawExport export, IOptions<ExperimentsOptions> options, TimeProvider time)
{
    private readonly ConcurrentDictionary<(long Id, int Version), ExperimentReport> reports = new();

    public bool IsAvailable => export.IsAvailable;

    /// <summary>
    /// What this instance read last, however long ago; null: nothing since the experiment's last step. It asks nobody, so that a
    /// list may ask it of every experiment.
    /// </summary>
    public ExperimentReport? LastRead(NoticeExperiment experiment) =>
        reports.GetValueOrDefault((experiment.Id, experiment.Version));

    /// <summary>Null for an experiment that never started, and where no account is configured that may read events.</summary>
    /// <exception cref="HttpRequestException">The analytics service does not answer, or not well.</exception>
    public async Task<ExperimentReport?> ReadAsync(NoticeExperiment experiment, CancellationToken cancellationToken)
    {
        if (experiment.StartedAt is not { } started || !IsAvailable) return null;
        var (key, now) = ((experiment.Id, experiment.Version), time.GetUtcNow());
        if (reports.TryGetValue(key, out var known)
            && now - known.ComputedAt < TimeSpan.FromSeconds(options.Value.ResultsKeepSeconds)) return known;

        var until = experiment.EndedAt ?? now;
        var tally = new ExperimentTally(experiment);
        await foreach (var happened in export.ReadAsync(started, until, ExperimentTally.SightingNames, cancellationToken))
            tally.AddSighting(happened);
        await foreach (var happened in export.ReadAsync(started, until, tally.OutcomeNames, cancellationToken))
            tally.AddOutcome(happened);
        if (reports.Count > 1_000) reports.Clear();
        return reports[key] = new ExperimentCounts(experiment, tally).ToReport(now);
    }
}
