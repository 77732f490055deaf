namespace Jobs.Api.Sentry;

/// <summary>How long nobody asks after requests without an answer: twice as long each time, and never quite the same.</summary>
internal sealed class SendPause(SentryOptions options, TimeProvider time)
{
    private const double JitterFrom = 0.75;
    private const double JitterWidth = 0.5;
    private int failures;

    /// <summary>A timestamp of the clock; the pause may be over.</summary>
    public long Until { get; private set; } = long.MinValue;

    public bool IsOn => time.GetTimestamp() < Until;

    /// <summary>Whether the last request had no answer.</summary>
    public bool IsFailing => failures > 0;

    public void End() => (failures, Until) = (0, long.MinValue);

    public TimeSpan Begin()
    {
        var seconds = Math.Min(options.BackOffSeconds * Math.Pow(2, failures++), options.BackOffSecondsMax);
        var pause = TimeSpan.FromSeconds(seconds * (JitterFrom + Random.Shared.NextDouble() * JitterWidth));
        Until = time.GetTimestamp() + (long)(pause.TotalSeconds * time.TimestampFrequency);
        return pause;
    }
}
