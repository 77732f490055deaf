using Microsoft.Extensions.Logging;
using Microsoft.FeatureManagement;

namespace Jobs.Experiments;

/// <summary>One snapshot, one person, one moment: each flag is evaluated once, and its state kept.</summary>
internal sealed partial class FlagEvaluation
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task<FlagState>> _known = [];
    private readonly ServedSnapshot _snapshot;
    private readonly FlagSubject _subject;
    private readonly FlagContext _context;
    private readonly ILogger _logger;

    public FlagEvaluation(
        ServedSnapshot snapshot, FlagSubject subject, DateTimeOffset now, Func<Task<ViewerFacts>> loadFacts, ILogger logger)
    {
        (_snapshot, _subject, _logger) = (snapshot, subject, logger);
        _context = new FlagContext(subject, now, loadFacts, key => FindAsync(key, CancellationToken.None));
    }

    /// <summary>Off for a key that nobody knows.</summary>
    public ValueTask<FlagState> FindAsync(string key, CancellationToken cancellationToken) =>
        _snapshot.Flags.TryGetValue(key, out var flag)
            ? EvaluateAsync(flag, cancellationToken)
            : new(new FlagState(key, IsEnabled: false));

    public ValueTask<FlagState> EvaluateAsync(ServedFlag flag, CancellationToken cancellationToken)
    {
        if (flag.SettledFor(_subject) is { } settled) return new(settled);
        Task<FlagState>? state;
        lock (_gate)
        {
            if (!_known.TryGetValue(flag.Key, out state))
                _known[flag.Key] = state = EvaluateOnceAsync(flag, cancellationToken);
        }
        return state.IsCompletedSuccessfully ? new(state.Result) : new(state);
    }

    // Definitions were checked when the snapshot was made, so the library has nothing to object to. If it does all the same, the
    // flag is off: a setting must not cost anybody their answer.
    private async Task<FlagState> EvaluateOnceAsync(ServedFlag flag, CancellationToken cancellationToken)
    {
        try
        {
            return await flag.EvaluateAsync(_snapshot.Manager, _context, cancellationToken);
        }
        catch (Exception exception) when (exception is FeatureManagementException or ArgumentException)
        {
            LogFailed(_logger, flag.Key, exception);
            return new FlagState(flag.Key, IsEnabled: false);
        }
    }

    [LoggerMessage(EventId = 30, EventName = "FlagFailed", Level = LogLevel.Error, Message = "The flag {Key} cannot be evaluated.")]
    private static partial void LogFailed(ILogger logger, string key, Exception exception);
}
