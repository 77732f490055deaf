using Npgsql;

namespace Jobs.Experiments;

/// <summary>
/// The only place that writes experiments. Each change is one transaction: the row, locked before it is looked at, and a
/// revision with its author. Triggers announce it to every instance.
/// </summary>
public sealed class NoticeExperimentChanges(IDbContextFactory<JobsDb> dbFactory, TimeProvider time)
{
    public async Task<ExperimentOutcome> CreateAsync(
        string key, NoticeExperimentContent content, long authorId, CancellationToken cancellationToken)
    {
        if (NoticeExperimentRules.Check(key, content) is { Count: > 0 } problems) return new ExperimentOutcome.Invalid(problems);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var draft = content.NewDraft(key, time.GetUtcNow());
        db.NoticeExperiments.Add(draft);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return new ExperimentOutcome.Invalid([new("같은 이름의 실험이 이미 있어요.", "An experiment has this key already.", "key")]);
        }
        return await SaveAsync(db, draft, ExperimentChange.Created, authorId, note: null, cancellationToken);
    }

    /// <param name="id">Which experiment.</param>
    /// <param name="version">The version that the person looked at.</param>
    /// <param name="edit">The new content, from the present one.</param>
    /// <param name="authorId">Who.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<ExperimentOutcome> EditAsync(
        long id, int version, Func<NoticeExperimentContent, NoticeExperimentContent> edit, long authorId,
        CancellationToken cancellationToken) =>
        ChangeAsync(id, ExperimentChange.Edited, authorId, note: null, (_, experiment, _) =>
        {
            if (experiment.Status != ExperimentStatus.Draft) return NotEditable(experiment);
            if (experiment.Version != version) return new ExperimentOutcome.Conflict(experiment.Version);
            return Write(experiment, edit(NoticeExperimentContent.Of(experiment)));
        }, cancellationToken);

    /// <summary>A draft becomes again what it was in an earlier revision.</summary>
    public Task<ExperimentOutcome> RestoreAsync(long id, int revision, long authorId, CancellationToken cancellationToken) =>
        ChangeAsync(id, ExperimentChange.Restored, authorId, $"v{revision}", async (db, experiment, cancellationToken) =>
        {
            if (experiment.Status != ExperimentStatus.Draft) return NotEditable(experiment);
            var content = await ContentOfAsync(db, id, revision, cancellationToken);
            return content is null ? new ExperimentOutcome.NotFound() : Write(experiment, content);
        }, cancellationToken);

    /// <summary>A new draft from any revision of an experiment: the way to go on from one that was started already.</summary>
    public async Task<ExperimentOutcome> CopyAsync(
        long id, int revision, string newKey, long authorId, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var content = await ContentOfAsync(db, id, revision, cancellationToken);
        return content is null
            ? new ExperimentOutcome.NotFound()
            : await CreateAsync(newKey, content, authorId, cancellationToken);
    }

    /// <summary>A draft starts, a paused experiment goes on.</summary>
    public async Task<ExperimentOutcome> StartAsync(long id, long authorId, CancellationToken cancellationToken)
    {
        var outcome = await ChangeAsync(id, ExperimentChange.Started, authorId, note: null, async (db, experiment, cancellationToken) =>
        {
            if (experiment.Status != ExperimentStatus.Draft) return NotEditable(experiment);
            if (NoticeExperimentRules.Check(NoticeExperimentContent.Of(experiment)) is { Count: > 0 } problems)
                return new ExperimentOutcome.Invalid(problems);
            if (experiment.Layer is { } layer)
            {
                experiment.LayerFrom = await LayerShares.FindRoomAsync(db, layer, experiment.TrafficPercent, cancellationToken);
                if (experiment.LayerFrom is null) return new ExperimentOutcome.Invalid([LayerShares.Full(layer)]);
            }
            experiment.StartedAt = time.GetUtcNow();
            experiment.StartedVersion = experiment.Version + 1;
            experiment.Status = ExperimentStatus.Running;
            return null;
        }, cancellationToken);
        return outcome is ExperimentOutcome.NotEditable { Status: ExperimentStatus.Paused }
            ? await MoveAsync(
                id, ExperimentStatus.Paused, ExperimentStatus.Running, ExperimentChange.Resumed, authorId, null, cancellationToken)
            : outcome;
    }

    public Task<ExperimentOutcome> PauseAsync(long id, long authorId, string? note, CancellationToken cancellationToken) =>
        MoveAsync(
            id, ExperimentStatus.Running, ExperimentStatus.Paused, ExperimentChange.Paused, authorId, note, cancellationToken);

    /// <param name="id">Which experiment.</param>
    /// <param name="reason">Which metric turned bad, with its figures.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<ExperimentOutcome> PauseByGuardrailAsync(long id, string reason, CancellationToken cancellationToken) =>
        MoveAsync(
            id, ExperimentStatus.Running, ExperimentStatus.Paused, ExperimentChange.PausedByGuardrail, authorId: null, reason,
            cancellationToken);

    public Task<ExperimentOutcome> FinishAsync(
        long id, ExperimentDecision decision, string? note, long authorId, CancellationToken cancellationToken) =>
        ChangeAsync(id, ExperimentChange.Finished, authorId, note, (_, experiment, _) =>
        {
            if (experiment.Status is not (ExperimentStatus.Running or ExperimentStatus.Paused)) return NotEditable(experiment);
            if (note?.Length > NoticeExperimentRules.WordsLengthMax)
                return new ExperimentOutcome.Invalid([new(
                    $"{NoticeExperimentRules.WordsLengthMax}자까지 쓸 수 있어요.",
                    $"At most {NoticeExperimentRules.WordsLengthMax} characters.", "decisionNote")]);
            (experiment.Status, experiment.EndedAt) = (ExperimentStatus.Finished, time.GetUtcNow());
            (experiment.Decision, experiment.DecisionNote) = (decision, note);
            return null;
        }, cancellationToken);

    private Task<ExperimentOutcome> MoveAsync(
        long id, ExperimentStatus from, ExperimentStatus to, ExperimentChange change, long? authorId, string? note,
        CancellationToken cancellationToken) =>
        ChangeAsync(id, change, authorId, note, (_, experiment, _) =>
        {
            if (experiment.Status != from) return NotEditable(experiment);
            experiment.Status = to;
            return null;
        }, cancellationToken);

    private Task<ExperimentOutcome> ChangeAsync(
        long id, ExperimentChange change, long? authorId, string? note,
        Func<JobsDb, NoticeExperiment, CancellationToken, ExperimentOutcome?> apply, CancellationToken cancellationToken) =>
        ChangeAsync(id, change, authorId, note,
            (db, experiment, cancellation) => Task.FromResult(apply(db, experiment, cancellation)), cancellationToken);

    /// <param name="id">Which experiment.</param>
    /// <param name="change">What the revision says.</param>
    /// <param name="authorId">Null: the service itself.</param>
    /// <param name="note">Why.</param>
    /// <param name="apply">Changes the experiment and returns null, or says why not.</param>
    /// <param name="cancellationToken">Gives up.</param>
    private async Task<ExperimentOutcome> ChangeAsync(
        long id, ExperimentChange change, long? authorId, string? note,
        Func<JobsDb, NoticeExperiment, CancellationToken, Task<ExperimentOutcome?>> apply, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var rows = await db.NoticeExperiments.FromSql($"SELECT * FROM notice_experiments WHERE id = {id} FOR UPDATE")
            .ToListAsync(cancellationToken);
        if (rows is not [var experiment]) return new ExperimentOutcome.NotFound();
        if (await apply(db, experiment, cancellationToken) is { } refusal) return refusal;
        return await SaveAsync(db, experiment, change, authorId, note, cancellationToken);
    }

    private async Task<ExperimentOutcome> SaveAsync(
        JobsDb db, NoticeExperiment experiment, ExperimentChange change, long? authorId, string? note,
        CancellationToken cancellationToken)
    {
        if (db.Entry(experiment).State == EntityState.Unchanged && change is ExperimentChange.Edited or ExperimentChange.Restored)
            return new ExperimentOutcome.Done(experiment); // Nothing is different: no revision.
        await db.SaveChangesAsync(cancellationToken); // First, so that the revision bears the version that the row has now.
        db.NoticeExperimentRevisions.Add(new NoticeExperimentRevision
        {
            ExperimentId = experiment.Id,
            Version = experiment.Version,
            Change = change,
            ChangedAt = time.GetUtcNow(),
            ChangedById = authorId,
            Note = note,
            Content = NoticeExperimentContent.Of(experiment).ToJson(),
        });
        await db.SaveChangesAsync(cancellationToken);
        await db.Database.CommitTransactionAsync(cancellationToken);
        return new ExperimentOutcome.Done(experiment);
    }

    private static ExperimentOutcome.Invalid? Write(NoticeExperiment experiment, NoticeExperimentContent content)
    {
        if (NoticeExperimentRules.Check(content) is { Count: > 0 } problems) return new ExperimentOutcome.Invalid(problems);
        content.WriteTo(experiment);
        return null;
    }

    private static ExperimentOutcome.NotEditable NotEditable(NoticeExperiment experiment) => new(experiment.Status);

    private static async Task<NoticeExperimentContent?> ContentOfAsync(
        JobsDb db, long id, int revision, CancellationToken cancellationToken)
    {
        var json = await db.NoticeExperimentRevisions.Where(row => row.ExperimentId == id && row.Version == revision)
            .Select(row => row.Content).FirstOrDefaultAsync(cancellationToken);
        return json is null ? null : NoticeExperimentContent.FromJson(json);
    }
}
