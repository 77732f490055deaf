using Microsoft.Extensions.Logging;

namespace Jobs.Experiments;

/// <summary>
/// The flags of one request: one snapshot for its whole life, because a request that looked twice could answer with two settings.
/// </summary>
public sealed class ViewerFlags(
    ServedSnapshots served, FlagSubject subject, ViewerFactsByUser facts, TimeProvider time, ILogger<ViewerFlags> logger)
{
    private readonly Lock _gate = new();
    private ServedSnapshot? _snapshot;
    private FlagEvaluation? _evaluation;

    /// <summary>What is served to this request, whatever changes meanwhile.</summary>
    public ServedSnapshot Snapshot
    {
        get
        {
            lock (_gate) return _snapshot ??= served.Current;
        }
    }

    /// <summary>Off for a key that nobody knows, for an archived flag, and for the flags that stand for experiments.</summary>
    public ValueTask<FlagState> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (!Snapshot.Flags.TryGetValue(key, out var flag)) return new(new FlagState(key, IsEnabled: false));
        return Evaluation(cancellationToken).EvaluateAsync(flag, cancellationToken);
    }

    /// <summary>The key of the person's variant; null: they do not take part.</summary>
    internal async ValueTask<string?> AssignVariantAsync(NoticeExperiment experiment, CancellationToken cancellationToken)
    {
        if (!Snapshot.ExperimentFlags.TryGetValue(experiment.Key, out var flag)) return null;
        var state = await Evaluation(cancellationToken).EvaluateAsync(flag, cancellationToken);
        return state.IsEnabled ? state.Variant : null;
    }

    private FlagEvaluation Evaluation(CancellationToken cancellationToken)
    {
        var snapshot = Snapshot;
        lock (_gate)
        {
            return _evaluation ??= new FlagEvaluation(
                snapshot, subject, time.GetUtcNow(), () => facts.LoadAsync(subject, cancellationToken), logger);
        }
    }
}
