using System.Collections.Concurrent;
using Jobs.Api.Sentry;
using Jobs.Experiments;
using Jobs.Persistence;

namespace Jobs.Api.Errors;

/// <summary>Background work whose rounds fail is an error like others, and each round is a sign of life of its timer.</summary>
public sealed partial class FailedRounds(
    WorkRounds rounds, ErrorCapture capture, SentryClient sentry, TimeProvider time, ILogger<FailedRounds> logger) : IHostedService
{
    // Timers of seconds would send nothing else.
    private static readonly TimeSpan CheckInPeriod = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, (DateTimeOffset At, bool IsOk)> checkedIn = new();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        rounds.Ended += OnEnded;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        rounds.Ended -= OnEnded;
        return Task.CompletedTask;
    }

    private void OnEnded(WorkRound round)
    {
        CheckIn(round);
        if (round.Failure is not { } failure) return;
        var triaged = capture.Capture(new CaughtError(ErrorSource.Background)
        {
            Exception = failure,
            Operation = round.Work,
            // Nobody waits for it, and the next round does what this one has not.
            Damage = new Damage(IsCore: false, RequestFailed: false),
        });
        if (triaged is not null) LogFailed(logger, round.Work, VerdictText.Of(triaged.Verdict), MaskedText.Exception(failure));
    }

    private void CheckIn(WorkRound round)
    {
        if (!sentry.IsEnabled) return;
        var (now, isOk) = (time.GetUtcNow(), round.Failure is null);
        if (checkedIn.TryGetValue(round.Work, out var last) && last.IsOk == isOk && now - last.At < CheckInPeriod) return;
        checkedIn[round.Work] = (now, isOk);
        var everyMinutes = Math.Max(1, (int)Math.Ceiling(round.Period.TotalMinutes));
        sentry.CheckIn(new SentryCheckIn(round.Work, isOk ? CheckInStatus.Ok : CheckInStatus.Error)
        {
            Duration = round.Duration,
            Schedule = new MonitorSchedule(everyMinutes, MarginMinutes: 2, FailuresForIssue: 3),
        });
    }

    [LoggerMessage(EventId = 2, EventName = "RoundFailed", Level = LogLevel.Warning,
        Message = "A round of {Work} failed ({Verdict}); the next one comes. {Detail}")]
    private static partial void LogFailed(ILogger logger, string work, string verdict, string detail);
}
