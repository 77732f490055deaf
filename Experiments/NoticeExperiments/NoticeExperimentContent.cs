using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jobs.Experiments;

/// <summary>Everything about an experiment that a person can edit: what a form holds, and what a revision keeps.</summary>
public sealed record NoticeExperimentContent
{
    public required string Hypothesis { get; init; }
    public string Promise { get; init; } = "";
    public string NotBuilt { get; init; } = "";
    public string ToldAfterwards { get; init; } = "";
    public ExperimentAudience Audience { get; init; }
    public NoticePlacement Placement { get; init; }
    public IReadOnlyList<long> NeighborhoodIds { get; init; } = [];
    public string Conditions { get; init; } = "[]";
    public double TrafficPercent { get; init; } = 100;
    public string? Layer { get; init; }
    public required IReadOnlyList<NoticeVariant> Variants { get; init; }
    public IReadOnlyList<ExperimentTester> Testers { get; init; } = [];
    public required string PrimaryMetric { get; init; }
    public double? ExpectedRate { get; init; }
    public double? ExpectedEffect { get; init; }
    public IReadOnlyList<string> GuardrailMetrics { get; init; } = [];
    public int? PlannedDays { get; init; }
    public int? PlannedSampleSize { get; init; }

    public static NoticeExperimentContent Of(NoticeExperiment experiment) => new()
    {
        Hypothesis = experiment.Hypothesis,
        Promise = experiment.Promise,
        NotBuilt = experiment.NotBuilt,
        ToldAfterwards = experiment.ToldAfterwards,
        Audience = experiment.Audience,
        Placement = experiment.Placement,
        NeighborhoodIds = experiment.NeighborhoodIds,
        Conditions = experiment.Conditions,
        TrafficPercent = experiment.TrafficPercent,
        Layer = experiment.Layer,
        Variants = experiment.Variants,
        Testers = experiment.Testers,
        PrimaryMetric = experiment.PrimaryMetric,
        ExpectedRate = experiment.ExpectedRate,
        ExpectedEffect = experiment.ExpectedEffect,
        GuardrailMetrics = experiment.GuardrailMetrics,
        PlannedDays = experiment.PlannedDays,
        PlannedSampleSize = experiment.PlannedSampleSize,
    };

    /// <summary>A draft of this content.</summary>
    public NoticeExperiment NewDraft(string key, DateTimeOffset now)
    {
        var draft = new NoticeExperiment
        {
            Key = key,
            Hypothesis = "",
            Promise = "",
            NotBuilt = "",
            ToldAfterwards = "",
            NeighborhoodIds = [],
            Variants = [],
            PrimaryMetric = "",
            GuardrailMetrics = [],
            Status = ExperimentStatus.Draft,
            CreatedAt = now,
        };
        WriteTo(draft);
        return draft;
    }

    public void WriteTo(NoticeExperiment experiment)
    {
        experiment.Hypothesis = Hypothesis;
        experiment.Promise = Promise;
        experiment.NotBuilt = NotBuilt;
        experiment.ToldAfterwards = ToldAfterwards;
        experiment.Audience = Audience;
        experiment.Placement = Placement;
        experiment.NeighborhoodIds = [.. NeighborhoodIds];
        experiment.Conditions = Conditions;
        experiment.TrafficPercent = TrafficPercent;
        experiment.Layer = Layer;
        experiment.Variants = Variants;
        experiment.Testers = Testers;
        experiment.PrimaryMetric = PrimaryMetric;
        experiment.ExpectedRate = ExpectedRate;
        experiment.ExpectedEffect = ExpectedEffect;
        experiment.GuardrailMetrics = [.. GuardrailMetrics];
        experiment.PlannedDays = PlannedDays;
        experiment.PlannedSampleSize = PlannedSampleSize;
    }

    public string ToJson() => JsonSerializer.Serialize(this, NoticeExperimentContentJson.Default.NoticeExperimentContent);

    public static NoticeExperimentContent FromJson(string json) =>
        JsonSerializer.Deserialize(json, NoticeExperimentContentJson.Default.NoticeExperimentContent)!;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(NoticeExperimentContent))]
internal sealed partial class NoticeExperimentContentJson : JsonSerializerContext;
