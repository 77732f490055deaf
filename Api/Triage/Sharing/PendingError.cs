using Jobs.Persistence;

namespace Jobs.Api.Triage;

/// <summary>What an instance saw of one error and has not told the others.</summary>
internal sealed class PendingError(ErrorFingerprint fingerprint)
{
    private const int FineMinutes = 120;
    private const int HourMinutes = 60;
    private readonly Dictionary<int, int> minutes = [];
    private readonly Dictionary<long, (DateTimeOffset At, IReadOnlyList<ViewerVariant> Variants)> viewers = [];
    private bool isCore;
    private TriageVerdict verdict = new(TriageLevel.None, "", TriageAction.None);
    private (DateTimeOffset First, string? FirstRelease) first = (DateTimeOffset.MaxValue, null);
    private (DateTimeOffset Last, string? LastRelease) last = (DateTimeOffset.MinValue, null);
    private DateTimeOffset? actNowAt, soonAt, alertedAt;

    public int InMinute(int minute) => minutes.GetValueOrDefault(minute);

    public int InHour(int hour) =>
        minutes.Sum(minute => minute.Key / HourMinutes == hour ? minute.Value : 0);

    public void Add(ErrorSighting sighting, DateTimeOffset at, CountedError error, TriageVerdict held)
    {
        Count(PeriodCounts.MinuteOf(at), 1);
        Span(at, at, sighting.Release, sighting.Release);
        isCore |= sighting.Core;
        (verdict, actNowAt, soonAt, alertedAt) = (held, error.Held.ActNowAt, error.Held.SoonAt, error.AlertedAt);
    }

    public void AddViewer(long viewer, DateTimeOffset at, IReadOnlyList<ViewerVariant> variants) =>
        viewers[viewer] = (at, variants);

    public KnownError ToRow() => new()
    {
        Id = fingerprint.Id,
        Source = fingerprint.Source,
        Operation = fingerprint.Operation,
        Path = fingerprint.Path,
        ExceptionType = fingerprint.ExceptionType,
        Frame = fingerprint.Frame,
        IsCore = isCore,
        Level = verdict.Level,
        Reason = verdict.Reason,
        Action = verdict.Action,
        Sightings = minutes.Values.Sum(count => (long)count),
        FirstSeenAt = first.First,
        LastSeenAt = last.Last,
        FirstRelease = first.FirstRelease,
        LastRelease = last.LastRelease,
        ActNowAt = actNowAt,
        SoonAt = soonAt,
        AlertedAt = alertedAt,
    };

    public IEnumerable<KnownErrorMinute> ToMinutes() => minutes.Select(minute => new KnownErrorMinute
    {
        ErrorId = fingerprint.Id,
        Minute = PeriodCounts.StartOfMinute(minute.Key),
        Sightings = minute.Value,
    });

    public IEnumerable<KnownErrorViewer> ToViewers() => viewers.Select(viewer => new KnownErrorViewer
    {
        ErrorId = fingerprint.Id,
        Viewer = viewer.Key,
        LastSeenAt = viewer.Value.At,
        Variants = [.. viewer.Value.Variants.Select(variant => variant.ToString())],
    });

    public void PutBack(KnownError row)
    {
        Span(row.FirstSeenAt, row.LastSeenAt, row.FirstRelease, row.LastRelease);
        isCore |= row.IsCore;
        if (row.Level > verdict.Level || verdict.Reason.Length == 0) verdict = new(row.Level, row.Reason, row.Action);
        (actNowAt, soonAt) = (Later(actNowAt, row.ActNowAt), Later(soonAt, row.SoonAt));
        alertedAt = Later(alertedAt, row.AlertedAt);
    }

    /// <summary>However long the database is away, this stays small: what no window of minutes reaches keeps its hour.</summary>
    public void PutBack(KnownErrorMinute row, int present)
    {
        var minute = PeriodCounts.MinuteOf(row.Minute);
        Count(minute < present - FineMinutes ? minute - minute % HourMinutes : minute, (int)row.Sightings);
    }

    public void PutBack(KnownErrorViewer row)
    {
        if (viewers.Count < ErrorViewers.KeptMax)
            viewers.TryAdd(row.Viewer, (row.LastSeenAt, [.. row.Variants.Select(ViewerVariant.Parse)]));
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;

    private void Count(int minute, int count) => minutes[minute] = minutes.GetValueOrDefault(minute) + count;

    private void Span(DateTimeOffset from, DateTimeOffset to, string? fromRelease, string? toRelease)
    {
        if (from < first.First) first = (from, fromRelease);
        if (to >= last.Last) last = (to, toRelease);
    }
}
