using Jobs.Experiments;
using Jobs.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Api.WebConsole.Flags;

/// <summary>A flag as the console shows it.</summary>
/// <param name="Flag">As it is kept.</param>
/// <param name="IsEnabled">Whether its kill switch is on.</param>
/// <param name="Problems">What is wrong with it as this instance serves it.</param>
public sealed record FlagRow(FeatureFlag Flag, bool IsEnabled, IReadOnlyList<ContentProblem> Problems);

/// <summary>One step in the life of a flag.</summary>
public sealed record FlagStep(FeatureFlagRevision Revision, string? AuthorName, IReadOnlyList<FlagDifference> Differences);

/// <summary>What the console reads of flags; what it writes goes through their changes.</summary>
public sealed class FlagRows(IDbContextFactory<JobsDb> dbFactory, ServedSnapshots snapshots, FeatureFlagHistory history)
{
    public async Task<IReadOnlyList<FlagRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var flags = await db.FeatureFlags.AsNoTracking().OrderBy(flag => flag.IsArchived).ThenBy(flag => flag.Key)
            .ToListAsync(cancellationToken);
        return [.. flags.Select(RowOf)];
    }

    public async Task<FlagRow?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var flag = await db.FeatureFlags.AsNoTracking().FirstOrDefaultAsync(row => row.Key == key, cancellationToken);
        return flag is null ? null : RowOf(flag);
    }

    /// <summary>Every step after a version, the newest first.</summary>
    public async Task<IReadOnlyList<FlagStep>> StepsAsync(
        string key, CancellationToken cancellationToken, int afterVersion = 0)
    {
        var revisions = await history.ListAsync(key, cancellationToken);
        var authorIds = revisions.Select(revision => revision.ChangedById).OfType<long>().Distinct().ToList();
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var names = await db.Users.AsNoTracking().Where(user => authorIds.Contains(user.Id))
            .ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellationToken);
        return
        [
            .. revisions.TakeWhile(revision => revision.Version > afterVersion).Select((revision, index) => new FlagStep(
                revision, revision.ChangedById is { } author ? names.GetValueOrDefault(author) : null,
                index + 1 < revisions.Count ? FlagDifference.Between(revisions[index + 1], revision) : [])),
        ];
    }

    private FlagRow RowOf(FeatureFlag flag) => new(
        flag, FlagRules.Read(flag.Key, flag.Definition).Definition is { Enabled: true },
        snapshots.Current.Problems.GetValueOrDefault(flag.Key, []));
}
