namespace Jobs.Experiments;

/// <summary>What a flag has been.</summary>
public sealed class FeatureFlagHistory(IDbContextFactory<JobsDb> dbFactory)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<FeatureFlagRevision>> ListAsync(string key, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.FeatureFlagRevisions.AsNoTracking().Where(revision => revision.FlagKey == key)
            .OrderByDescending(revision => revision.Version).ToListAsync(cancellationToken);
    }

    /// <summary>What changed from one version to another; null if one of them does not exist.</summary>
    public async Task<IReadOnlyList<FlagDifference>?> CompareAsync(
        string key, int older, int newer, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var revisions = await db.FeatureFlagRevisions.AsNoTracking()
            .Where(revision => revision.FlagKey == key && (revision.Version == older || revision.Version == newer))
            .ToDictionaryAsync(revision => revision.Version, cancellationToken);
        return revisions.TryGetValue(older, out var before) && revisions.TryGetValue(newer, out var after)
            ? FlagDifference.Between(before, after)
            : null;
    }
}
