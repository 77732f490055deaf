namespace Jobs.Schema;

/// <summary>Experiments as product managers see them.</summary>
public static class NoticeExperimentQueries
{
    private const byte List = 0x50;

    public static async Task<NoticeExperimentConnection?> NoticeExperiments(
        int? first, string? after, IReadOnlyList<ExperimentStatus>? statuses, CurrentViewer viewer,
        IDbContextFactory<JobsDb> dbFactory, CancellationToken cancellationToken)
    {
        Operators.Require(viewer);
        var size = PageSize.Of(first);
        var before = after is null ? long.MaxValue : Cursor.Read(after, List, 1) is [{ } id] ? id : throw Cursor.DoesNotFit();
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var rows = await db.NoticeExperiments.AsNoTracking()
            .Where(experiment => experiment.Id < before && (statuses == null || statuses.Contains(experiment.Status)))
            .OrderByDescending(experiment => experiment.Id).Take(size + 1).ToListAsync(cancellationToken);
        return new NoticeExperimentConnection(
            [.. rows.Take(size).Select(row => new NoticeExperimentEdge(Cursor.Write(List, row.Id), row))],
            hasNextPage: rows.Count > size, hasPreviousPage: after is not null);
    }

    public static async Task<NoticeExperiment?> NoticeExperiment(
        string key, CurrentViewer viewer, IDbContextFactory<JobsDb> dbFactory, CancellationToken cancellationToken)
    {
        Operators.Require(viewer);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.NoticeExperiments.AsNoTracking()
            .FirstOrDefaultAsync(experiment => experiment.Key == key, cancellationToken);
    }
}
