using Jobs.Persistence;

namespace Jobs.Api.Triage;

/// <summary>
/// Which sightings of one error are sent, on this instance. What is new, what got worse and what is urgent is never hidden; of
/// the rest enough is sent to see that it goes on. How often it happened is told by the counts, not by what arrives.
/// </summary>
internal sealed class ErrorSampling
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private DateTimeOffset windowStart;
    private DateTimeOffset lastSent;
    private TriageLevel lastLevel;
    private string? lastRelease;
    private int sentInWindow;
    private int leftOut;

    /// <param name="level">Its verdict.</param>
    /// <param name="release">Of the service.</param>
    /// <param name="always">It has to be sent, whatever was sent before.</param>
    /// <param name="now">The service's time.</param>
    /// <returns>Whether to send it, and how many were left out since the last one that was sent.</returns>
    public (bool IsSent, int LeftOut) Take(TriageLevel level, string? release, bool always, DateTimeOffset now)
    {
        if (level == TriageLevel.None) return (false, 0);
        if (now - windowStart >= Window) (windowStart, sentInWindow) = (now, 0);
        if (!always && level <= lastLevel && !IsDue(level, release, now)) return (false, ++leftOut);
        var before = leftOut;
        (leftOut, sentInWindow, lastSent, lastLevel, lastRelease) = (0, sentInWindow + 1, now, level, release);
        return (true, before);
    }

    private bool IsDue(TriageLevel level, string? release, DateTimeOffset now) => level switch
    {
        TriageLevel.ActNow => sentInWindow < 20 || now - lastSent >= TimeSpan.FromSeconds(10),
        TriageLevel.Soon => release != lastRelease || sentInWindow < 5 || now - lastSent >= TimeSpan.FromMinutes(1),
        _ => release != lastRelease || now - lastSent >= Window,
    };
}
