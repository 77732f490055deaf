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
            return new ExperimentOutcome.Invalid([new("key", "같은 이름의 실험이 이미 있어요.", "An experiment has this key already.")]);
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
        ChangeAsync(id, new Step(ExperimentChange.Edited, [ExperimentStatus.Draft], authorId, version),
            experiment => Write(experiment, edit(NoticeExperimentContent.Of(experiment))), cancellationToken);

    /// <summary>A draft becomes again what it was in an earlier revision.</summary>
    /// <param name="id">Which experiment.</param>
    /// <param name="version">The version that the person looked at; null: whichever there is.</param>
    /// <param name="revision">What it becomes.</param>
    /// <param name="authorId">Who.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<ExperimentOutcome> RestoreAsync(
        long id, int? version, int revision, long authorId, CancellationToken cancellationToken) =>
        ChangeAsync(id, new Step(ExperimentChange.Restored, [ExperimentStatus.Draft], authorId, version, $"v{revision}"),
            async (db, experiment, cancellationToken) =>
            {
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
    /// <param name="id">Which experiment.</param>
    /// <param name="version">The version that the person looked at; null: whichever there is.</param>
    /// <param name="authorId">Who.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ExperimentOutcome> StartAsync(long id, int? version, long authorId, CancellationToken cancellationToken)
    {
        var start = new Step(ExperimentChange.Started, [ExperimentStatus.Draft], authorId, version);
        var outcome = await ChangeAsync(id, start, async (db, experiment, cancellationToken) =>
        {
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
                id, start with { Change = ExperimentChange.Resumed, From = [ExperimentStatus.Paused] }, ExperimentStatus.Running,
                cancellationToken)
            : outcome;
    }

    /// <param name="id">Which experiment.</param>
    /// <param name="version">The version that the person looked at; null: whichever there is.</param>
    /// <param name="authorId">Who.</param>
    /// <param name="note">Why.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<ExperimentOutcome> PauseAsync(
        long id, int? version, long authorId, string? note, CancellationToken cancellationToken) =>
        MoveAsync(
            id, new Step(ExperimentChange.Paused, [ExperimentStatus.Running], authorId, version, note), ExperimentStatus.Paused,
            cancellationToken);

    /// <param name="id">Which experiment.</param>
    /// <param name="reason">Which metric turned bad, or which variant fails, with its figures.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<ExperimentOutcome> PauseByGuardrailAsync(long id, string reason, CancellationToken cancellationToken) =>
        MoveAsync(
            id, new Step(ExperimentChange.PausedByGuardrail, [ExperimentStatus.Running], AuthorId: null, Note: reason),
            ExperimentStatus.Paused, cancellationToken);

    /// <param name="id">Which experiment.</param>
    /// <param name="version">The version that the person looked at; null: whichever there is.</param>
    /// <param name="decision">What follows.</param>
    /// <param name="note">Why.</param>
    /// <param name="authorId">Who.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<ExperimentOutcome> FinishAsync(
        long id, int? version, ExperimentDecision decision, string? note, long authorId, CancellationToken cancellationToken) =>
        ChangeAsync(
            id, new Step(ExperimentChange.Finished, [ExperimentStatus.Running, ExperimentStatus.Paused], authorId, version, note),
            experiment =>
            {
                (experiment.Status, experiment.EndedAt) = (ExperimentStatus.Finished, time.GetUtcNow());
                (experiment.Decision, experiment.DecisionNote) = (decision, note);
                return null;
            }, cancellationToken);

    private Task<ExperimentOutcome> MoveAsync(
        long id, Step step, ExperimentStatus to, CancellationToken cancellationToken) =>
        ChangeAsync(id, step, experiment =>
        {
            experiment.Status = to;
            return null;
        }, cancellationToken);

    private Task<ExperimentOutcome> ChangeAsync(
        long id, Step step, Func<NoticeExperiment, ExperimentOutcome?> apply, CancellationToken cancellationToken) =>
        ChangeAsync(id, step, (_, experiment, _) => Task.FromResult(apply(experiment)), cancellationToken);

    /// <param name="id">Which experiment.</param>
    /// <param name="step">What is done to it.</param>
    /// <param name="apply">Changes the experiment and returns null, or says why not.</param>
    /// <param name="cancellationToken">Gives up.</param>
    private async Task<ExperimentOutcome> ChangeAsync(
        long id, Step step, Func<JobsDb, NoticeExperiment, CancellationToken, Task<ExperimentOutcome?>> apply,
        CancellationToken cancellationToken)
    {
        if (step.NoteProblems is { Count: > 0 } problems) return new ExperimentOutcome.Invalid(problems);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var rows = await db.NoticeExperiments.FromSql($"SELECT * FROM notice_experiments WHERE id = {id} FOR UPDATE")
            .ToListAsync(cancellationToken);
        if (rows is not [var experiment]) return new ExperimentOutcome.NotFound();
        if (!step.From.Contains(experiment.Status)) return new ExperimentOutcome.NotEditable(experiment.Status);
        if (step.Version is { } seen && seen != experiment.Version) return new ExperimentOutcome.Conflict(experiment.Version);
        if (await apply(db, experiment, cancellationToken) is { } refusal) return refusal;
        return await SaveAsync(db, experiment, step.Change, step.AuthorId, step.Note, cancellationToken);
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

    private static async Task<NoticeExperimentContent?> ContentOfAsync(
        JobsDb db, long id, int revision, CancellationToken cancellationToken)
    {
        var json = await db.NoticeExperimentRevisions.Where(row => row.ExperimentId == id && row.Version == revision)
            .Select(row => row.Content).FirstOrDefaultAsync(cancellationToken);
        return json is null ? null : NoticeExperimentContent.FromJson(json);
    }

    /// <summary>A change as its revision tells it.</summary>
    /// <param name="Change">What is done.</param>
    /// <param name="From">The states in which it can be done.</param>
    /// <param name="AuthorId">Null: the service itself.</param>
    /// <param name="Version">The version that the person looked at; null: whichever there is.</param>
    /// <param name="Note">Why.</param>
    private sealed record Step(
        ExperimentChange Change, ExperimentStatus[] From, long? AuthorId, int? Version = null, string? Note = null)
    {
        public IReadOnlyList<ContentProblem> NoteProblems => NoticeExperimentRules.CheckNote(
            Note, Change == ExperimentChange.Finished ? "decisionNote" : "note");
    }
}
