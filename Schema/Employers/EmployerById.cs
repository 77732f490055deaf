namespace Jobs.Schema;

/// <summary>Employers by id.</summary>
public sealed class EmployerById(IDbContextFactory<JobsDb> dbFactory, BatchScheduler scheduler)
    : DataLoader<long, Employer>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<long, Employer>> LoadBatchAsync(
        IReadOnlyCollection<long> keys, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.Employers.AsNoTracking().Where(employer => keys.Contains(employer.Id))
            .ToDictionaryAsync(employer => employer.Id, cancellationToken);
    }
}
