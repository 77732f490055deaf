namespace Jobs.Schema;

/// <summary>A person's past work, in their order.</summary>
public sealed class ExperiencesByUserId(IDbContextFactory<JobsDb> dbFactory, BatchScheduler scheduler)
    : DataLoader<long, IReadOnlyList<WorkExperience>>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<long, IReadOnlyList<WorkExperience>>> LoadBatchAsync(
        IReadOnlyCollection<long> keys, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var rows = await db.UserExperiences.AsNoTracking().Where(row => keys.Contains(row.UserId))
            .OrderBy(row => row.Position).ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.UserId).ToDictionary(
            group => group.Key,
            IReadOnlyList<WorkExperience> (group) =>
                [.. group.Select(row => new WorkExperience(row.Title, row.CategoryId, row.Months, row.IsConfirmed))]);
    }
}
