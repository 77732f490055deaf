using System.Data;
using Npgsql;

namespace Jobs.Persistence;

/// <summary>
/// What is served of flags and experiments. Plain SQL, because every start waits for it: EF Core would make its model first, which
/// takes longer than all the rest of a start.
/// </summary>
public static class ServedTables
{
    private const string Revision = "SELECT revision FROM served_revision";

    private const string Flags =
        "SELECT key, description, definition, is_archived, changed_at, version FROM feature_flags WHERE NOT is_archived ORDER BY key";

    private const string Experiments = """
        SELECT id, key, created_at, status, hypothesis, promise, not_built, told_afterwards, audience, placement, neighborhood_ids,
            conditions, traffic_percent, layer, layer_from, variants, testers, primary_metric, expected_rate, expected_effect,
            guardrail_metrics, planned_days, planned_sample_size, started_at, ended_at, started_version, decision, decision_note, version
        FROM notice_experiments WHERE status = 'RUNNING' ORDER BY id
        """;

    /// <summary>Grows with every change of what is served.</summary>
    public static async Task<long> ReadServedRevisionAsync(this NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(Revision);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Flags that are not archived and experiments that run, all as of one revision.</summary>
    public static async Task<(long Revision, IReadOnlyList<FeatureFlag> Flags, IReadOnlyList<NoticeExperiment> Experiments)>
        ReadServedAsync(this NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands = { new(Revision), new(Flags), new(Experiments) },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var revision = reader.GetInt64(0);
        await reader.NextResultAsync(cancellationToken);
        var flags = new List<FeatureFlag>();
        while (await reader.ReadAsync(cancellationToken)) flags.Add(ReadFlag(new RowReader(reader)));
        await reader.NextResultAsync(cancellationToken);
        var experiments = new List<NoticeExperiment>();
        while (await reader.ReadAsync(cancellationToken)) experiments.Add(ReadExperiment(new RowReader(reader)));
        return (revision, flags, experiments);
    }

    // Here and below, members are set in the order of the columns.
    private static FeatureFlag ReadFlag(RowReader row) => new()
    {
        Key = row.Text(),
        Description = row.Text(),
        Definition = row.Text(),
        IsArchived = row.Boolean(),
        ChangedAt = row.Instant(),
        Version = row.Int32(),
    };

    private static NoticeExperiment ReadExperiment(RowReader row) => new()
    {
        Id = row.Int64(),
        Key = row.Text(),
        CreatedAt = row.Instant(),
        Status = row.Enum<ExperimentStatus>(),
        Hypothesis = row.Text(),
        Promise = row.Text(),
        NotBuilt = row.Text(),
        ToldAfterwards = row.Text(),
        Audience = row.Enum<ExperimentAudience>(),
        Placement = row.Enum<NoticePlacement>(),
        NeighborhoodIds = row.Of<long[]>(),
        Conditions = row.Text(),
        TrafficPercent = row.Double(),
        Layer = row.TextOrNull(),
        LayerFrom = row.Value<double>(),
        Variants = NoticeExperimentJson.Variants(row.Text()),
        Testers = NoticeExperimentJson.Testers(row.Text()),
        PrimaryMetric = row.Text(),
        ExpectedRate = row.Value<double>(),
        ExpectedEffect = row.Value<double>(),
        GuardrailMetrics = row.Of<string[]>(),
        PlannedDays = row.Value<int>(),
        PlannedSampleSize = row.Value<int>(),
        StartedAt = row.Value<DateTimeOffset>(),
        EndedAt = row.Value<DateTimeOffset>(),
        StartedVersion = row.Value<int>(),
        Decision = row.EnumOrNull<ExperimentDecision>(),
        DecisionNote = row.TextOrNull(),
        Version = row.Int32(),
    };
}
