namespace Jobs.Experiments;

/// <summary>
/// Takes what clients report about notices. A report counts if its token is ours, was given to this person not long ago, and the
/// experiment still runs; anything else is dropped quietly.
/// </summary>
public sealed class NoticeReports(
    ServedSnapshots snapshots, NoticeSecret secret, IDbContextFactory<JobsDb> dbFactory, Analytics analytics, TimeProvider time)
{
    /// <summary>Reports that come later than this are stale: a client kept the notice for too long.</summary>
    public static readonly TimeSpan TokenLifetime = TimeSpan.FromDays(7);

    private const int RememberedMax = 100_000;
    private readonly RecentKeys<(long Experiment, int Version, long User, string Variant)> exposed = new(RememberedMax);

    /// <returns>How many reports were good.</returns>
    public async Task<int> RecordAsync(
        long userId, AnalyticsPerson person, IReadOnlyList<NoticeReport> reports, CancellationToken cancellationToken)
    {
        var key = await secret.GetAsync(cancellationToken);
        var accepted = 0;
        foreach (var report in reports)
        {
            if (TrackingToken.Read(key, report.TrackingToken) is not { } token || !Belongs(token, userId)) continue;
            if (token.Kind == ParticipantKind.Preview)
            {
                accepted++; // A preview works like the real thing, and leaves nothing behind.
                continue;
            }
            if (Running(token) is not { } experiment) continue;
            accepted++;
            var at = Within(report.At, token.IssuedAt, time.GetUtcNow());
            if (report.Type == NoticeEventType.Exposed)
                await ExposeAsync(experiment, token, person, at, cancellationToken);
            else
                analytics.Track(EventCatalogue.NoticeClicked(
                    person, at, experiment.Key, token.ExperimentVersion, Variant(experiment, token), IsTester(token)));
        }
        return accepted;
    }

    /// <summary>Never shows this experiment's notice to the person again. False: the token does not fit.</summary>
    public async Task<bool> DismissAsync(
        long userId, AnalyticsPerson person, long experimentId, string trackingToken, CancellationToken cancellationToken)
    {
        if (TrackingToken.Read(await secret.GetAsync(cancellationToken), trackingToken) is not { } token
            || token.ExperimentId != experimentId || !Belongs(token, userId))
            return false;
        if (token.Kind == ParticipantKind.Preview) return true;
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var isNew = await db.Database.ExecuteSqlAsync($"""
            INSERT INTO notice_dismissals (user_id, experiment_id, dismissed_at)
            VALUES ({userId}, {experimentId}, {time.GetUtcNow()}) ON CONFLICT DO NOTHING
            """, cancellationToken) == 1;
        if (isNew && Running(token) is { } experiment)
            analytics.Track(EventCatalogue.NoticeDismissed(
                person, time.GetUtcNow(), experiment.Key, token.ExperimentVersion, Variant(experiment, token), IsTester(token)));
        return true;
    }

    /// <summary>
    /// Every report of one exposure bears the time of the first, which the table keeps, and so the same identity: however often
    /// and through whichever instances it goes out, it is counted once.
    /// </summary>
    private async Task ExposeAsync(
        NoticeExperiment experiment, TrackingToken token, AnalyticsPerson person, DateTimeOffset at,
        CancellationToken cancellationToken)
    {
        var variant = Variant(experiment, token);
        var exposure = (experiment.Id, token.ExperimentVersion, token.UserId, variant);
        if (!exposed.Add(exposure)) return;
        try
        {
            await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO notice_exposures (experiment_id, experiment_version, user_id, variant_key, exposed_at)
                VALUES ({experiment.Id}, {token.ExperimentVersion}, {token.UserId}, {variant}, {at}) ON CONFLICT DO NOTHING
                """, cancellationToken);
            var first = await db.NoticeExposures
                .Where(row => row.ExperimentId == experiment.Id && row.ExperimentVersion == token.ExperimentVersion
                    && row.UserId == token.UserId && row.VariantKey == variant)
                .Select(row => row.ExposedAt).SingleAsync(cancellationToken);
            analytics.Track(EventCatalogue.ExperimentStarted(
                person, first, experiment.Key, token.ExperimentVersion, variant, IsTester(token)));
        }
        catch
        {
            exposed.Remove(exposure); // Whoever reports it again is heard again.
            throw;
        }
    }

    private bool Belongs(TrackingToken token, long userId) =>
        token.UserId == userId && time.GetUtcNow() - token.IssuedAt <= TokenLifetime;

    private NoticeExperiment? Running(TrackingToken token) =>
        snapshots.Current.Experiments.FirstOrDefault(experiment => experiment.Id == token.ExperimentId
            && experiment.StartedVersion == token.ExperimentVersion && token.VariantIndex < experiment.Variants.Count);

    private static string Variant(NoticeExperiment experiment, TrackingToken token) => experiment.Variants[token.VariantIndex].Key;

    private static bool IsTester(TrackingToken token) => token.Kind == ParticipantKind.Tester;

    private static DateTimeOffset Within(DateTimeOffset at, DateTimeOffset earliest, DateTimeOffset latest) =>
        at < earliest ? earliest : at > latest ? latest : at;
}
