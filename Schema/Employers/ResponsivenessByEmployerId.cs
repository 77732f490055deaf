namespace Jobs.Schema;

/// <summary>How employers treat applications; nothing for those with too few to tell.</summary>
public sealed class ResponsivenessByEmployerId(IDbContextFactory<JobsDb> dbFactory, BatchScheduler scheduler, TimeProvider time)
    : DataLoader<long, Responsiveness>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<long, Responsiveness>> LoadBatchAsync(
        IReadOnlyCollection<long> keys, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await EmployerResponsiveness.ReadAsync(db, keys, time.GetUtcNow(), cancellationToken);
    }
}
