using Jobs.Persistence;

namespace Jobs.Api.Triage;

/// <summary>What an instance knows of one error: its own counts and those that the others told.</summary>
internal sealed class CountedError(ErrorFingerprint fingerprint, DateTimeOffset firstSeenAt)
{
    private const int WeekHours = 7 * 24;

    /// <summary>An hour that long ago weighs half as much in the baseline.</summary>
    private const double HalfLifeHours = 24;

    private readonly PeriodCounts minutes = new(PeriodCounts.MinuteSeconds, 64);
    private readonly PeriodCounts hours = new(PeriodCounts.HourSeconds, WeekHours + 4);
    private int baselineHour;
    private double baseline;

    public ErrorFingerprint Fingerprint { get; } = fingerprint;

    public ErrorViewers Viewers { get; } = new();

    public HeldVerdict Held { get; } = new();

    public ErrorSampling Sampling { get; } = new();

    public DateTimeOffset FirstSeenAt { get; private set; } = firstSeenAt;

    public DateTimeOffset LastSeenAt { get; private set; } = firstSeenAt;

    public DateTimeOffset? AlertedAt { get; set; }

    public (TriageLevel Level, DateTimeOffset Until)? Override { get; private set; }

    public void Count(DateTimeOffset at)
    {
        minutes.Add(PeriodCounts.MinuteOf(at), 1);
        hours.Add(PeriodCounts.HourOf(at), 1);
        if (at > LastSeenAt) LastSeenAt = at;
        if (at < FirstSeenAt) FirstSeenAt = at;
    }

    public long InFiveMinutes(DateTimeOffset now) => minutes.Within(5, now);

    public long InTheHour(DateTimeOffset now) => minutes.Within(60, now);

    public long InTheWeek(DateTimeOffset now) => hours.Within(WeekHours, now);

    /// <summary>
    /// How many five minutes usually have: an exponentially weighted average of the hours that are over, so that a spike is not
    /// part of what it is measured by. Null: it is not known for a whole hour yet.
    /// </summary>
    public double? Baseline(DateTimeOffset now)
    {
        if (now - FirstSeenAt < TimeSpan.FromHours(1)) return null;
        var hour = PeriodCounts.HourOf(now);
        if (baselineHour != hour) (baselineHour, baseline) = (hour, AverageBefore(hour) / 12);
        return baseline;
    }

    /// <summary>Takes over what all instances saw, this one included; what it has not told yet comes on top.</summary>
    public void Learn(KnownError error)
    {
        if (error.FirstSeenAt < FirstSeenAt) FirstSeenAt = error.FirstSeenAt;
        if (error.LastSeenAt > LastSeenAt) LastSeenAt = error.LastSeenAt;
        if (error.AlertedAt > (AlertedAt ?? DateTimeOffset.MinValue)) AlertedAt = error.AlertedAt;
        Override = error.OverrideLevel is { } level ? (level, error.OverrideUntil!.Value) : null;
        Held.Learn(error);
    }

    public void LearnMinute(int minute, long sightings, int untold) => minutes.Set(minute, (int)sightings + untold);

    public void LearnHour(int hour, long sightings, int untold)
    {
        hours.Set(hour, (int)sightings + untold);
        baselineHour = 0;
    }

    private double AverageBefore(int hour)
    {
        var (sum, total, weight) = (0.0, 0.0, 1.0);
        var first = PeriodCounts.HourOf(FirstSeenAt);
        for (var past = hour - 1; past >= Math.Max(first, hour - WeekHours); past--)
        {
            weight *= Math.Pow(2, -1 / HalfLifeHours);
            sum += weight * hours[past];
            // Of its first hour the error was there for a part only.
            total += weight * (past == first ? (PeriodCounts.StartOfHour(first + 1) - FirstSeenAt).TotalHours : 1);
        }
        return total > 0 ? sum / total : 0;
    }
}
