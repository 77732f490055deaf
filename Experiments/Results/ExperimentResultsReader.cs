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
        reports.GetValueOrDefault(KeyOf(experiment));

    /// <summary>Null for an experiment that never started, and where no account is configured that may read events.</summary>
    /// <exception cref="HttpRequestException">The analytics service does not answer, or not well.</exception>
    public async Task<ExperimentReport?> ReadAsync(NoticeExperiment experiment, CancellationToken cancellationToken) =>
        (await ReadAllAsync([experiment], cancellationToken)).SingleOrDefault();

    /// <summary>
    /// The reports of those that have one, in the same order. Two exports answer for all of them, however many they are.
    /// </summary>
    /// <exception cref="HttpRequestException">The analytics service does not answer, or not well.</exception>
    public async Task<IReadOnlyList<ExperimentReport>> ReadAllAsync(
        IReadOnlyCollection<NoticeExperiment> experiments, CancellationToken cancellationToken)
    {
        if (!IsAvailable) return [];
        var now = time.GetUtcNow();
        var started = experiments.Where(experiment => experiment.StartedAt is not null).ToList();
        var stale = started.Where(experiment => !IsFresh(experiment, now)).Select(experiment => new ExperimentTally(experiment)).ToList();
        if (stale.Count > 0) await CountAsync(stale, now, cancellationToken);
        if (reports.Count > 1_000) reports.Clear();
        foreach (var tally in stale)
            reports[KeyOf(tally.Experiment)] = new ExperimentCounts(tally).ToReport(now);
        return [.. started.Select(LastRead).OfType<ExperimentReport>()];
    }

    private static (long Id, int Version) KeyOf(NoticeExperiment experiment) => (experiment.Id, experiment.Version);

    private bool IsFresh(NoticeExperiment experiment, DateTimeOffset now) =>
        LastRead(experiment) is { } known && now - known.ComputedAt < TimeSpan.FromSeconds(options.Value.ResultsKeepSeconds);

    private async Task CountAsync(List<ExperimentTally> tallies, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var from = tallies.Min(tally => tally.Experiment.StartedAt!.Value);
        var until = tallies.Max(tally => tally.Experiment.EndedAt ?? now);
        string[] outcomes = [.. tallies.SelectMany(tally => tally.OutcomeNames).Distinct()];
        await foreach (var happened in export.ReadAsync(from, until, ExperimentTally.SightingNames, cancellationToken))
            foreach (var tally in tallies) tally.AddSighting(happened);
        await foreach (var happened in export.ReadAsync(from, until, outcomes, cancellationToken))
            foreach (var tally in tallies) tally.AddOutcome(happened);
    }
}
