using System.Text.Json.Nodes;
using Npgsql;

namespace Jobs.Experiments;

/// <summary>
/// The one way in which the console changes flags: checked first, the flag and its revision written in one transaction, and
/// nothing that somebody else changed meanwhile is overwritten.
/// </summary>
public sealed class FeatureFlagChanges(IDbContextFactory<JobsDb> dbFactory, TimeProvider time)
{
    private const long Turn = 0x466C616773; // "Flags"

    public Task<FlagChangeResult> CreateAsync(
        string key, string description, string definition, FlagChangeNote note, CancellationToken cancellationToken) =>
        WriteAsync(async db =>
        {
            if (await db.FeatureFlags.AnyAsync(flag => flag.Key == key, cancellationToken))
                return FlagChangeResult.Refused("key", "이미 있는 이름이에요. 보관된 플래그라면 되살려 주세요.",
                    "The name is taken; an archived flag can be restored.");
            var flag = new FeatureFlag { Key = key, Description = description, Definition = definition };
            var problems = await CheckAsync(db, flag, note, cancellationToken);
            if (problems.Count > 0) return new FlagChangeResult(null, problems);
            db.Add(flag);
            return await SaveAsync(db, flag, version: 1, note, cancellationToken);
        }, cancellationToken);

    /// <param name="key">The flag.</param>
    /// <param name="version">The one that was edited; null: whichever there is.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="definition">One member of the schema's <c>feature_flags</c>.</param>
    /// <param name="note">Who and why.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<FlagChangeResult> EditAsync(
        string key, int? version, string description, string definition, FlagChangeNote note,
        CancellationToken cancellationToken) => ChangeAsync(key, version, note, async (db, flag) =>
        {
            (flag.Description, flag.Definition) = (description, definition);
            return await CheckAsync(db, flag, note, cancellationToken);
        }, cancellationToken);

    /// <summary>The kill switch. Off is off for everybody, whatever else is wrong with the definition.</summary>
    public Task<FlagChangeResult> SwitchAsync(
        string key, int? version, bool isEnabled, FlagChangeNote note, CancellationToken cancellationToken) =>
        ChangeAsync(key, version, note, async (db, flag) =>
        {
            var definition = JsonNode.Parse(flag.Definition)!.AsObject();
            definition["enabled"] = isEnabled;
            flag.Definition = definition.ToJsonString();
            return isEnabled ? await CheckAsync(db, flag, note, cancellationToken) : FlagTexts.Check(flag.Description, note);
        }, cancellationToken);

    /// <summary>Served to nobody from now on; its history stays.</summary>
    public Task<FlagChangeResult> ArchiveAsync(
        string key, int? version, FlagChangeNote note, CancellationToken cancellationToken) =>
        ChangeAsync(key, version, note, async (db, flag) =>
        {
            flag.IsArchived = true;
            var others = await LiveAsync(db, key, cancellationToken);
            return [.. FlagTexts.Check(flag.Description, note), .. FlagReferences.CheckArchiving(key, others)];
        }, cancellationToken);

    /// <summary>The flag becomes what it was after an earlier change, as a new version.</summary>
    public Task<FlagChangeResult> RestoreAsync(
        string key, int? version, int restored, FlagChangeNote note, CancellationToken cancellationToken) =>
        ChangeAsync(key, version, note, async (db, flag) =>
        {
            var revision = await db.FeatureFlagRevisions.AsNoTracking().SingleOrDefaultAsync(
                row => row.FlagKey == key && row.Version == restored, cancellationToken);
            if (revision is null) return [new ContentProblem("revision", "없는 버전이에요.", "There is no such version.")];
            (flag.Description, flag.Definition, flag.IsArchived) =
                (revision.Description, revision.Definition, revision.IsArchived);
            return await CheckAsync(db, flag, note, cancellationToken);
        }, cancellationToken);

    private Task<FlagChangeResult> ChangeAsync(
        string key, int? version, FlagChangeNote note, Func<JobsDb, FeatureFlag, Task<IReadOnlyList<ContentProblem>>> change,
        CancellationToken cancellationToken) => WriteAsync(async db =>
        {
            if (await db.FeatureFlags.FindAsync([key], cancellationToken) is not { } flag)
                return FlagChangeResult.Refused("key", $"플래그 ‘{key}’이(가) 없어요.", $"There is no flag \"{key}\".");
            if (version is { } edited && edited != flag.Version) return Overtaken();
            var problems = await change(db, flag);
            return problems.Count > 0
                ? new FlagChangeResult(null, problems)
                : await SaveAsync(db, flag, flag.Version + 1, note, cancellationToken);
        }, cancellationToken);

    private async Task<FlagChangeResult> WriteAsync(
        Func<JobsDb, Task<FlagChangeResult>> write, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Rules about several flags hold only if no two changes pass each other. Not the lock of the revision's row: whoever
        // writes with SQL takes that one last.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Turn})", cancellationToken);
        try
        {
            var result = await write(db);
            if (result.Flag is not null) await transaction.CommitAsync(cancellationToken);
            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Overtaken(); // By somebody with SQL.
        }
        catch (DbUpdateException e)
            when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation })
        {
            return FlagChangeResult.Refused("author", "없는 회원이에요.", "There is no such person.");
        }
    }

    private async Task<FlagChangeResult> SaveAsync(
        JobsDb db, FeatureFlag flag, int version, FlagChangeNote note, CancellationToken cancellationToken)
    {
        flag.ChangedAt = time.GetUtcNow();
        db.Add(new FeatureFlagRevision
        {
            FlagKey = flag.Key,
            Version = version,
            Description = flag.Description,
            Definition = flag.Definition,
            IsArchived = flag.IsArchived,
            ChangedAt = flag.ChangedAt,
            ChangedById = note.AuthorId,
            Note = note.Note,
        });
        await db.SaveChangesAsync(cancellationToken);
        return new FlagChangeResult(flag, []);
    }

    private static async Task<IReadOnlyList<ContentProblem>> CheckAsync(
        JobsDb db, FeatureFlag flag, FlagChangeNote note, CancellationToken cancellationToken)
    {
        var (definition, problems) = FlagRules.Read(flag.Key, flag.Definition);
        problems = [.. FlagTexts.Check(flag.Description, note), .. problems];
        if (definition is null || problems.Count > 0 || flag.IsArchived) return problems;
        var experiments = await db.NoticeExperiments.AsNoTracking().Where(experiment => experiment.Layer != null
            && (experiment.Status == ExperimentStatus.Running || experiment.Status == ExperimentStatus.Paused))
            .ToListAsync(cancellationToken);
        return FlagReferences.Check(definition, await LiveAsync(db, flag.Key, cancellationToken), experiments);
    }

    private static async Task<List<FlagDefinition>> LiveAsync(JobsDb db, string butNot, CancellationToken cancellationToken)
    {
        var rows = await db.FeatureFlags.AsNoTracking().Where(flag => !flag.IsArchived && flag.Key != butNot)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => FlagRules.Read(row.Key, row.Definition)).Where(read => read.Problems.Count == 0)
            .Select(read => read.Definition!)];
    }

    private static FlagChangeResult Overtaken()
    {
        var refused = FlagChangeResult.Refused(
            "version", "그사이 다른 사람이 바꿨어요. 새로 고친 뒤 다시 해 주세요.", "Somebody has changed it since; reload and try again.");
        return refused with { IsConflict = true };
    }
}
