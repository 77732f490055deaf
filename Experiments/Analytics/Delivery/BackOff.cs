using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace Jobs.Experiments;

/// <summary>
/// How often Mixpanel is asked again: pauses that double, are never quite the same and mind Retry-After, and a circuit that
/// opens after five failures in a row, so that a receiver in trouble for longer is asked half as often.
/// </summary>
internal static class BackOff
{
    private const int FailuresBeforeBreak = 5;

    // Of the first pause: 2 s make 1 to 5 s.
    private const double JitterFrom = 0.5;
    private const double JitterTo = 2.5;
    private static readonly TimeSpan RetryAfterMax = TimeSpan.FromHours(1);
    private static readonly TimeSpan BreakMin = TimeSpan.FromMilliseconds(500);

    /// <param name="options">The pauses.</param>
    /// <param name="time">The clock that they are taken on.</param>
    /// <param name="onRetry">Told why, and how long the pause is.</param>
    public static ResiliencePipeline<ImportAnswer> Create(
        MixpanelOptions options, TimeProvider time, Action<Outcome<ImportAnswer>, TimeSpan> onRetry)
    {
        var builder = new ResiliencePipelineBuilder<ImportAnswer> { TimeProvider = time };
        builder.AddRetry(new RetryStrategyOptions<ImportAnswer>
        {
            MaxRetryAttempts = int.MaxValue,
            ShouldHandle = arguments => ValueTask.FromResult(
                IsFailure(arguments.Outcome) || arguments.Outcome.Exception is BrokenCircuitException),
            DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(
                Pause(options, arguments.AttemptNumber, arguments.Outcome.Result?.RetryAfter, Random.Shared.NextDouble())),
            OnRetry = arguments =>
            {
                onRetry(arguments.Outcome, arguments.RetryDelay);
                return ValueTask.CompletedTask;
            },
        });
        // Longer than the longest pause, or it would never be met open.
        var pause = TimeSpan.FromSeconds(options.BackOffSecondsMax * 2);
        builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions<ImportAnswer>
        {
            ShouldHandle = arguments => ValueTask.FromResult(IsFailure(arguments.Outcome)),
            FailureRatio = 1,
            MinimumThroughput = FailuresBeforeBreak,
            SamplingDuration = TimeSpan.FromSeconds(Math.Max(options.BackOffSecondsMax * 10, 1)),
            BreakDuration = pause > BreakMin ? pause : BreakMin,
        });
        return builder.Build();
    }

    /// <param name="options">The pauses.</param>
    /// <param name="attempt">0 after the first failure.</param>
    /// <param name="retryAfter">What the receiver asks for; never less than that.</param>
    /// <param name="chance">0 to 1.</param>
    public static TimeSpan Pause(MixpanelOptions options, int attempt, TimeSpan? retryAfter, double chance)
    {
        var seconds = Math.Min(options.BackOffSeconds * Math.Pow(2, attempt), options.BackOffSecondsMax);
        if (retryAfter is { } asked)
            seconds = Math.Max(seconds, Math.Min(asked.TotalSeconds, RetryAfterMax.TotalSeconds));
        return TimeSpan.FromSeconds(seconds + options.BackOffSeconds * (JitterFrom + chance * (JitterTo - JitterFrom)));
    }

    private static bool IsFailure(Outcome<ImportAnswer> outcome) =>
        outcome.Result?.Outcome == ImportOutcome.TryAgain
        || outcome.Exception is HttpRequestException or IOException or TimeoutException;
}
