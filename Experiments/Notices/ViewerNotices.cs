namespace Jobs.Experiments;

/// <summary>
/// What running experiments show the person of one request, decided once. This is the only way from an assignment to the rest
/// of the service: notices come out of it, and nothing that a rule or a write could branch on.
/// </summary>
public sealed class ViewerNotices(
    ViewerFlags flags, FlagSubject subject, NoticePreview preview, NoticeSecret secret,
    RecentArms recent, IDbContextFactory<JobsDb> dbFactory, TimeProvider time)
{
    public const int NoticesMax = 3;

    private Task<IReadOnlyList<ShownNotice>>? all;
    private Task<HashSet<long>>? dismissed;

    /// <summary>The arms of all experiments at a place, with something to draw or without.</summary>
    public async Task<IReadOnlyList<ShownNotice>> ArmsAtAsync(NoticePlacement placement, CancellationToken cancellationToken) =>
        [.. (await AllAsync(cancellationToken)).Where(arm => arm.Experiment.Placement == placement)];

    /// <summary>Those to draw: previews, then the loudest, then the longest running; without what the person dismissed.</summary>
    public async Task<IReadOnlyList<ShownNotice>> ToDrawAsync(
        IEnumerable<ShownNotice> arms, CancellationToken cancellationToken)
    {
        var notices = arms.Where(arm => arm.Variant.Content is not null).ToList();
        if (notices.Count == 0) return [];
        var gone = await (dismissed ??= ReadDismissedAsync(cancellationToken));
        return
        [
            .. notices.Where(arm => IsPreview(arm) || !gone.Contains(arm.Experiment.Id))
                .OrderByDescending(IsPreview).ThenByDescending(arm => arm.Variant.Content!.Tone)
                .ThenBy(arm => arm.Experiment.StartedAt).ThenBy(arm => arm.Experiment.Id).Take(NoticesMax),
        ];
    }

    /// <summary>The notice of one experiment, wherever it is shown; null if the person is shown none.</summary>
    public async Task<ShownNotice?> FindAsync(long experimentId, CancellationToken cancellationToken) =>
        (await ToDrawAsync(
            (await AllAsync(cancellationToken)).Where(arm => arm.Experiment.Id == experimentId), cancellationToken)) is [var found]
            ? found
            : null;

    /// <summary>
    /// The days after which the person is told that an unread application can no longer be opened; the fewest if several
    /// experiments say so, null if none does.
    /// </summary>
    public async Task<int?> AnnouncedReadDaysAsync(CancellationToken cancellationToken) =>
        (await AllAsync(cancellationToken)).Min(arm => arm.Variant.Content?.AnnouncedReadDays);

    public async ValueTask<string> TokenAsync(ShownNotice notice, CancellationToken cancellationToken) =>
        notice.Token.Write(await secret.GetAsync(cancellationToken));

    private Task<IReadOnlyList<ShownNotice>> AllAsync(CancellationToken cancellationToken) => all ??= DecideAsync(cancellationToken);

    private async Task<IReadOnlyList<ShownNotice>> DecideAsync(CancellationToken cancellationToken)
    {
        if (subject.UserId is not { } userId) return [];
        var forced = await ReadPreviewAsync(userId, cancellationToken);
        var arms = new List<ShownNotice>();
        if (forced is not null) arms.Add(forced);
        foreach (var experiment in flags.Snapshot.Experiments)
        {
            if (experiment.Id == forced?.Experiment.Id) continue;
            var tester = experiment.Testers.FirstOrDefault(tester => tester.UserId == userId);
            var key = tester?.VariantKey ?? await flags.AssignVariantAsync(experiment, cancellationToken);
            if (key is null) continue;
            var kind = tester is null ? ParticipantKind.Assigned : ParticipantKind.Tester;
            var index = experiment.Variants.Index().First(arm => arm.Item.Key == key).Index;
            if (Arm(experiment, index, userId, kind) is { } arm) arms.Add(arm);
        }
        recent.Note(userId, arms.Where(arm => arm.Token.Kind == ParticipantKind.Assigned));
        return arms;
    }

    private async Task<ShownNotice?> ReadPreviewAsync(long userId, CancellationToken cancellationToken)
    {
        if (preview.Link is null) return null;
        var key = await secret.GetAsync(cancellationToken);
        if (PreviewLink.Read(key, preview.Link, time.GetUtcNow()) is not { } link) return null;
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var experiment = await db.NoticeExperiments.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == link.ExperimentId, cancellationToken);
        return experiment is null ? null : Arm(experiment, link.VariantIndex, userId, ParticipantKind.Preview);
    }

    private ShownNotice? Arm(NoticeExperiment experiment, int index, long userId, ParticipantKind kind) =>
        index < experiment.Variants.Count
            ? new(experiment, experiment.Variants[index], new TrackingToken(
                experiment.Id, experiment.StartedVersion ?? 0, index, userId, time.GetUtcNow(), kind))
            : null;

    private static bool IsPreview(ShownNotice arm) => arm.Token.Kind == ParticipantKind.Preview;

    private async Task<HashSet<long>> ReadDismissedAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.NoticeDismissals.Where(row => row.UserId == subject.UserId).Select(row => row.ExperimentId)
            .ToHashSetAsync(cancellationToken);
    }
}
