using System.Collections.Concurrent;
using Jobs.Persistence;
using Microsoft.Extensions.Options;

namespace Jobs.Api.Triage;

/// <summary>
/// Counts what goes wrong and says at once what is to be done about it. It never waits for the database: what other instances
/// saw comes in the background, and while it does not come, each goes on with its own counts.
/// </summary>
public sealed class ErrorTriage
{
    private const int ExpectedKindsMax = 100;
    private const string OtherKind = "other";

    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly TriageOptions options;
    private readonly TimeSpan quiet;
    private readonly RecentErrors errors;
    private readonly PendingErrors pending;
    private readonly OperationTally operations;
    private readonly VariantTally variants = new();
    private readonly ReleaseTimes releases = new();
    private readonly ConcurrentDictionary<string, ErrorFingerprint> expectedKinds = new();
    private IReadOnlyDictionary<string, DateTimeOffset> experimentStarts = new Dictionary<string, DateTimeOffset>();
    private Dictionary<string, int> errorsByExperiment = [];

    public ErrorTriage(TimeProvider time, IOptions<TriageOptions> options)
    {
        (this.time, this.options) = (time, options.Value);
        quiet = TimeSpan.FromMinutes(this.options.QuietMinutes);
        (errors, pending) = (new(this.options.FingerprintsMax), new(this.options.FingerprintsMax));
        operations = new(this.options.OperationsMax);
    }

    /// <summary>How many errors this instance knows.</summary>
    public int Known
    {
        get
        {
            lock (gate) return errors.Count;
        }
    }

    /// <summary>To be called once at the start: what is new right after a deployment is taken to have come with it.</summary>
    public void NoteRelease(string release) => releases.Note(release, time.GetUtcNow());

    /// <summary>What an operation may be called where names are kept: only so many that clients invent are told apart.</summary>
    public string OperationName(string? name) => operations.Of(name, PeriodCounts.MinuteOf(time.GetUtcNow())).Name;

    /// <summary>Every request, for the shares that fail. Nothing is allocated and nothing waited for.</summary>
    /// <param name="operation">As the client calls it.</param>
    /// <param name="failed">Whether anything unexpected happened.</param>
    /// <param name="shown">What running experiments show whoever asked.</param>
    public void CountRequest(string? operation, bool failed, IReadOnlyList<ViewerVariant> shown)
    {
        var now = time.GetUtcNow();
        var minute = PeriodCounts.MinuteOf(now);
        operations.Of(operation, minute).Count(minute, failed);
        for (var index = 0; index < shown.Count; index++) variants.Count(shown[index], PeriodCounts.HourOf(now));
    }

    /// <summary>An outcome that clients run into by themselves. Null unless it just became far more than usual.</summary>
    /// <param name="kind">An error code or a type of the schema; never what a client sent.</param>
    public TriagedError? CountExpected(string kind)
    {
        if (!expectedKinds.TryGetValue(kind, out var fingerprint))
        {
            if (expectedKinds.Count >= ExpectedKindsMax) kind = OtherKind;
            fingerprint = expectedKinds.GetOrAdd(kind, ErrorFingerprint.Expected);
        }
        TriageMetrics.Expected.Add(1, new KeyValuePair<string, object?>("kind", kind));
        var now = time.GetUtcNow();
        lock (gate)
        {
            var isSoonAlready = errors.Find(fingerprint.Id)?.Held.SoonAt > now - quiet;
            var triaged = Note(new(fingerprint, now) { Expected = true, RequestFailed = false }, now);
            return isSoonAlready || triaged.Verdict.Level < TriageLevel.Soon ? null : triaged;
        }
    }

    /// <summary>Counts a failure and says what is to be done about it.</summary>
    public TriagedError See(ErrorSighting sighting)
    {
        var now = time.GetUtcNow();
        TriagedError triaged;
        lock (gate) triaged = sighting.Cancelled ? Cancelled(sighting, now) : Note(sighting, now);
        TriageMetrics.Errors.Add(1, new KeyValuePair<string, object?>("verdict", triaged.Verdict.LevelTag));
        return triaged;
    }

    /// <summary>What has not been told to the others. It has to be put back if it cannot be told.</summary>
    internal ErrorDeltas Take()
    {
        IReadOnlyCollection<PendingError> taken;
        lock (gate) taken = pending.Take();
        return new(
            [.. taken.Select(error => error.ToRow())], [.. taken.SelectMany(error => error.ToMinutes())],
            [.. taken.SelectMany(error => error.ToViewers())],
            operations.Take(PeriodCounts.MinuteOf(time.GetUtcNow())), variants.Take(), releases.Take());
    }

    internal void PutBack(ErrorDeltas deltas)
    {
        lock (gate) pending.PutBack(deltas, PeriodCounts.MinuteOf(time.GetUtcNow()));
        operations.PutBack(deltas.Operations);
        variants.PutBack(deltas.Variants);
        releases.PutBack(deltas.Releases);
    }

    internal void Learn(SharedErrors shared)
    {
        // One error at a time: requests go on in between.
        foreach (var row in shared.Errors)
        {
            lock (gate)
            {
                errors.See(errors.Find(row.Id)?.Fingerprint ?? ErrorFingerprint.Of(row), row.FirstSeenAt, out var error);
                error.Learn(row);
            }
        }
        foreach (var row in shared.Hours)
        {
            var hour = PeriodCounts.HourOf(row.Hour);
            lock (gate)
                errors.Find(row.ErrorId)?.LearnHour(hour, row.Sightings, pending.Find(row.ErrorId)?.InHour(hour) ?? 0);
        }
        foreach (var row in shared.Minutes)
        {
            var minute = PeriodCounts.MinuteOf(row.Minute);
            lock (gate)
                errors.Find(row.ErrorId)?.LearnMinute(minute, row.Sightings, pending.Find(row.ErrorId)?.InMinute(minute) ?? 0);
        }
        foreach (var row in shared.Viewers)
        {
            ViewerVariant[] shown = [.. row.Variants.Select(ViewerVariant.Parse)];
            lock (gate) errors.Find(row.ErrorId)?.Viewers.Add(row.Viewer, PeriodCounts.MinuteOf(row.LastSeenAt), shown);
        }
        operations.Learn(shared.Operations, PeriodCounts.MinuteOf(time.GetUtcNow()));
        variants.Learn(shared.Variants);
        releases.Learn(shared.Releases);
        lock (gate) experimentStarts = shared.ExperimentStarts;
    }

    /// <summary>Variants of running experiments that fail, each with the error that says so most clearly.</summary>
    internal IReadOnlyList<(VariantFacts Variant, ErrorFingerprint Error)> FailingVariants()
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            var compared = errors.All.Where(error => error.LastSeenAt > now.AddHours(-1) && error.Viewers.HaveVariants)
                .SelectMany(error => error.Viewers.Experiments(), (error, experiment) => (Error: error, Experiment: experiment))
                .Where(pair => experimentStarts.ContainsKey(pair.Experiment)
                    && PeopleOf(pair.Error, pair.Experiment).Values.Sum() >= options.VariantMin)
                .ToList();
            errorsByExperiment = compared.CountBy(pair => pair.Experiment).ToDictionary();
            return
            [
                .. compared.Select(pair => (Variant: Compare(pair.Error, pair.Experiment, now), Error: pair.Error.Fingerprint))
                    .Where(pair => TriageRules.VariantFails(pair.Variant, options))
                    .GroupBy(pair => pair.Variant!.Experiment)
                    .Select(pairs => pairs.MinBy(pair => pair.Variant!.PValue))
                    .Select(pair => (pair.Variant!, pair.Error)),
            ];
        }
    }

    private TriagedError Note(ErrorSighting sighting, DateTimeOffset now)
    {
        // A clock that is ahead, or an event that waited for days, would count in the wrong window.
        var at = sighting.At > now || sighting.At < now.AddHours(-1) ? now : sighting.At;
        var isNew = errors.See(sighting.Fingerprint, at, out var error);
        error.Count(at);
        var untold = pending.Of(sighting.Fingerprint);
        if (sighting.Viewer is { } viewer && ErrorViewers.NumberOf(viewer) is var number
            && error.Viewers.Add(number, PeriodCounts.MinuteOf(at), sighting.Variants))
            untold?.AddViewer(number, at, sighting.Variants);

        var facts = FactsOf(error, sighting, now);
        var byRules = error.Held.Of(TriageRules.Decide(facts, options), now, quiet);
        TriageLevel? overridden = error.Override is { } over && now < over.Until ? over.Level : null;
        var verdict = overridden is { } level ? TriageRules.Overridden(level, facts) : byRules;
        var alerts = verdict.Pages && !(now - error.AlertedAt < TimeSpan.FromMinutes(options.AlertMinutes));
        if (alerts) error.AlertedAt = now;
        untold?.Add(sighting, at, error, byRules);
        var (isSent, leftOut) = error.Sampling.Take(verdict.Level, sighting.Release, isNew || alerts, now);
        return new(verdict, facts, isSent, leftOut, alerts, overridden);
    }

    // Somebody who left is nobody's error: it is not even counted with the errors that it looks like.
    private TriagedError Cancelled(ErrorSighting sighting, DateTimeOffset now)
    {
        var facts = errors.Find(sighting.Fingerprint.Id) is { } error
            ? FactsOf(error, sighting, now)
            : new TriageFacts { Cancelled = true, Core = sighting.Core };
        return new(TriageRules.Decide(facts, options), facts, IsSent: false, SampledCount: 0, Alerts: false);
    }

    private TriageFacts FactsOf(CountedError error, ErrorSighting sighting, DateTimeOffset now)
    {
        var (minute, age, count5m) = (PeriodCounts.MinuteOf(now), (now - error.FirstSeenAt).TotalHours, error.InFiveMinutes(now));
        return new()
        {
            Core = sighting.Core,
            RequestFailed = sighting.RequestFailed,
            DataLost = sighting.DataLost,
            Cancelled = sighting.Cancelled,
            Expected = sighting.Expected,
            Count5m = count5m,
            Count60m = error.InTheHour(now),
            Count7d = error.InTheWeek(now),
            // What is usual for an outcome has to be known before any volume of it is unusual.
            Baseline5m = error.Baseline(now) ?? (sighting.Expected ? count5m : 0),
            Users60m = error.Viewers.InTheHour(minute),
            Users7d = error.Viewers.InTheWeek(minute),
            Requests5m = operations.Find(sighting.Fingerprint.Operation)?.InFiveMinutes(now) ?? 0,
            IsNew = age < options.NewIssueHours,
            AgeHours = age,
            DeployAgeMin = releases.AgeMinutes(sighting.Release, now),
            Variant = sighting.Variants.Select(variant => Compare(error, variant.Experiment, now)).OfType<VariantFacts>()
                .MinBy(variant => variant.PValue),
        };
    }

    private VariantFacts? Compare(CountedError error, string experiment, DateTimeOffset now) => VariantComparison.Of(
        experiment, PeopleOf(error, experiment),
        variants.Requests(experiment, PeriodCounts.HourOf(StartOf(experiment)), PeriodCounts.HourOf(now)),
        errorsByExperiment.GetValueOrDefault(experiment));

    /// <summary>Only since the experiment was last started: what failed before a pause was the reason of that pause.</summary>
    private Dictionary<string, int> PeopleOf(CountedError error, string experiment) =>
        error.Viewers.ByVariant(experiment, PeriodCounts.MinuteOf(StartOf(experiment)));

    private DateTimeOffset StartOf(string experiment) =>
        experimentStarts.TryGetValue(experiment, out var start) ? start : DateTimeOffset.UnixEpoch;
}
