namespace Jobs.Api.Sentry;

/// <summary>A sign of life of work that runs by the clock.</summary>
/// <remarks>https://develop.sentry.dev/sdk/telemetry/check-ins/</remarks>
public sealed record SentryCheckIn(string Slug, CheckInStatus Status)
{
    /// <summary>The same from the beginning of one run to its end.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    public TimeSpan? Duration { get; init; }

    /// <summary>Makes the monitor, or changes it, where Sentry has it otherwise.</summary>
    public MonitorSchedule? Schedule { get; init; }

    /// <summary>The run is over.</summary>
    public SentryCheckIn End(bool isOk, TimeSpan duration) =>
        this with { Status = isOk ? CheckInStatus.Ok : CheckInStatus.Error, Duration = duration };
}

/// <summary>How a run goes or went.</summary>
public enum CheckInStatus
{
    InProgress,
    Ok,
    Error,
}

/// <summary>When work is to run, and when somebody is to be told that it does not.</summary>
/// <param name="EveryMinutes">From one run to the next.</param>
/// <param name="MarginMinutes">By how much a run may be late.</param>
/// <param name="RuntimeMinutesMax">How long it may take.</param>
/// <param name="FailuresForIssue">How many runs in a row must fail until there is an issue.</param>
public sealed record MonitorSchedule(
    int EveryMinutes, int MarginMinutes = 1, int RuntimeMinutesMax = 5, int FailuresForIssue = 1);
