using System.Text.Json.Serialization;

namespace Jobs.Experiments;

/// <summary>What a snapshot is made of: rows of one moment.</summary>
internal sealed record ServedRows(
    long Revision, IReadOnlyList<FeatureFlag> Flags, IReadOnlyList<NoticeExperiment> Experiments)
{
    public static readonly ServedRows None = new(0, [], []);

    /// <summary>Flags that are not archived and experiments that run, all as of one revision.</summary>
    public static async Task<ServedRows> ReadAsync(JobsDb db, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(
            System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        var revision = await ReadRevisionAsync(db, cancellationToken);
        var flags = await db.FeatureFlags.AsNoTracking().Where(flag => !flag.IsArchived).OrderBy(flag => flag.Key)
            .ToListAsync(cancellationToken);
        var experiments = await db.NoticeExperiments.AsNoTracking()
            .Where(experiment => experiment.Status == ExperimentStatus.Running).OrderBy(experiment => experiment.Id)
            .ToListAsync(cancellationToken);
        return new ServedRows(revision, flags, experiments);
    }

    public static Task<long> ReadRevisionAsync(JobsDb db, CancellationToken cancellationToken) =>
        db.ServedRevisions.Select(row => row.Revision).SingleAsync(cancellationToken);
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ServedRows))]
internal sealed partial class ServedRowsJson : JsonSerializerContext;
