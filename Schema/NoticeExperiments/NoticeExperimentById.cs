namespace Jobs.Schema;

/// <summary>Experiments by id, for operators; nobody else finds any.</summary>
public sealed class NoticeExperimentById(IDbContextFactory<JobsDb> dbFactory, CurrentViewer viewer, BatchScheduler scheduler)
    : DataLoader<long, NoticeExperiment>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<long, NoticeExperiment>> LoadBatchAsync(
        IReadOnlyCollection<long> keys, CancellationToken cancellationToken)
    {
        if (!viewer.IsOperator) return new Dictionary<long, NoticeExperiment>();
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.NoticeExperiments.AsNoTracking().Where(experiment => keys.Contains(experiment.Id))
            .ToDictionaryAsync(experiment => experiment.Id, cancellationToken);
    }
}
