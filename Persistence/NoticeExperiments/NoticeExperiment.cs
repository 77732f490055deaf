namespace Jobs.Persistence;

/// <summary>A test of a promise: some people are told something, nothing else changes, and a metric says whether it matters.</summary>
public sealed class NoticeExperiment
{
    public long Id { get; init; }
    public required string Key { get; init; }
    public ExperimentStatus Status { get; set; }

    /// <summary>What is believed and how it would show.</summary>
    public required string Hypothesis { get; set; }

    /// <summary>What the notice promises, in words.</summary>
    public required string Promise { get; set; }

    /// <summary>What the promise would need and is deliberately not there.</summary>
    public required string NotBuilt { get; set; }

    /// <summary>How those who saw the promise will be told afterwards.</summary>
    public required string ToldAfterwards { get; set; }

    public ExperimentAudience Audience { get; set; }
    public NoticePlacement Placement { get; set; }

    /// <summary>Only people of these areas; empty: everywhere.</summary>
    public required long[] NeighborhoodIds { get; set; }

    /// <summary>Further client filters in the Microsoft feature-management schema, as a JSON array.</summary>
    public string Conditions { get; set; } = "[]";

    /// <summary>Share of the audience that takes part at all, 0 to 100.</summary>
    public double TrafficPercent { get; set; }

    /// <summary>Experiments of one layer never meet in one person; null: it minds nobody.</summary>
    public string? Layer { get; set; }

    /// <summary>Where in the layer the experiment's share begins, given when it starts.</summary>
    public double? LayerFrom { get; set; }

    /// <summary>The control first.</summary>
    public required IReadOnlyList<NoticeVariant> Variants { get; set; }

    public IReadOnlyList<ExperimentTester> Testers { get; set; } = [];
    public required string PrimaryMetric { get; set; }

    /// <summary>The share of people for whom the primary metric is expected to happen without the notice, 0 to 1.</summary>
    public double? ExpectedRate { get; set; }

    /// <summary>By how much the notice is expected to raise it, in points of the share, -1 to 1.</summary>
    public double? ExpectedEffect { get; set; }

    public required string[] GuardrailMetrics { get; set; }
    public int? PlannedDays { get; set; }

    /// <summary>People in all arms together after which the experiment is long enough.</summary>
    public int? PlannedSampleSize { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The version that was started: what people were shown, whatever is written about it later.</summary>
    public int? StartedVersion { get; set; }

    public ExperimentDecision? Decision { get; set; }
    public string? DecisionNote { get; set; }
    public int Version { get; set; } = 1;
}
