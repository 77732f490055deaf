using Jobs.Persistence;

namespace Jobs.Api.Triage;

/// <summary>A verdict rises at once, and falls after a quiet time: while nothing was as bad.</summary>
internal sealed class HeldVerdict
{
    private const string Unexplained = "it was as bad within the quiet time";
    private TriageVerdict? actNow;
    private TriageVerdict? soon;

    public DateTimeOffset? ActNowAt { get; private set; }

    public DateTimeOffset? SoonAt { get; private set; }

    /// <summary>What the rules say now, or what they said before if that was worse. What is over wakes nobody up.</summary>
    public TriageVerdict Of(TriageVerdict decided, DateTimeOffset now, TimeSpan quiet)
    {
        if (decided.Level == TriageLevel.ActNow) (actNow, ActNowAt) = (decided, now);
        if (decided.Level == TriageLevel.Soon) (soon, SoonAt) = (decided, now);
        if (decided.Level < TriageLevel.ActNow && ActNowAt > now - quiet) return actNow! with { Pages = false };
        if (decided.Level < TriageLevel.Soon && SoonAt > now - quiet) return soon!;
        return decided;
    }

    /// <summary>What another instance found.</summary>
    public void Learn(KnownError error)
    {
        if (error.ActNowAt > (ActNowAt ?? DateTimeOffset.MinValue))
            (actNow, ActNowAt) = (Explained(error, TriageLevel.ActNow), error.ActNowAt);
        if (error.SoonAt > (SoonAt ?? DateTimeOffset.MinValue))
            (soon, SoonAt) = (Explained(error, TriageLevel.Soon), error.SoonAt);
    }

    // The row has the reason of one level only.
    private static TriageVerdict Explained(KnownError error, TriageLevel level) => error.Level == level
        ? new(level, error.Reason, error.Action)
        : new(level, Unexplained, TriageAction.Fix);
}
