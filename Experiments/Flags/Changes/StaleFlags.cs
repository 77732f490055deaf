namespace Jobs.Experiments;

/// <summary>A flag that decides nothing any more: everybody has it, or nobody.</summary>
public sealed record StaleFlag(string Key, DateTimeOffset ChangedAt, bool IsOnForEverybody);

/// <summary>Finds flags whose code could lose its branch: unchanged for thirty days, and one-sided.</summary>
public sealed class StaleFlags(IDbContextFactory<JobsDb> dbFactory, TimeProvider time)
{
    public static readonly TimeSpan UnchangedFor = TimeSpan.FromDays(30);

    /// <summary>The longest unchanged first.</summary>
    public async Task<IReadOnlyList<StaleFlag>> ListAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var changedBefore = now - UnchangedFor;
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        // The holdout is meant to hold nobody until somebody needs it.
        var rows = await db.FeatureFlags.AsNoTracking()
            .Where(flag => !flag.IsArchived && flag.ChangedAt <= changedBefore && flag.Key != ExperimentDefinition.Holdout)
            .OrderBy(flag => flag.ChangedAt).ThenBy(flag => flag.Key).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => (row, side: OneSided.Of(row, now))).Where(found => found.side is not null)
                .Select(found => new StaleFlag(found.row.Key, found.row.ChangedAt, found.side!.Value)),
        ];
    }
}
