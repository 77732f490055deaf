using Jobs.Experiments;

namespace Jobs.Schema;

public sealed record NoticeActionInput(string Label, string? LabelEnglish, string Url);

public sealed record NoticeContentInput(
    NoticeTone Tone, string Title, string? TitleEnglish, string? Body, string? BodyEnglish, NoticeActionInput? Action,
    bool? IsDismissible, int? AnnouncedReadDays)
{
    public NoticeContent ToContent() => new(
        Tone, new(Title, TitleEnglish), Body is null ? null : new(Body, BodyEnglish),
        Action is null ? null : new(new(Action.Label, Action.LabelEnglish), Action.Url), IsDismissible ?? true, AnnouncedReadDays);
}

public sealed record NoticeVariantInput(string Key, double Weight, NoticeContentInput? Content)
{
    public NoticeVariant ToVariant() => new(Key, Weight, Content?.ToContent());
}

public sealed record CreateNoticeExperimentInput(
    string Key, string Hypothesis, ExperimentAudience Audience, NoticePlacement Placement, IReadOnlyList<string>? NeighborhoodIds,
    double TrafficPercent, IReadOnlyList<NoticeVariantInput> Variants, string PrimaryMetric, string? Promise, string? NotBuilt,
    string? ToldAfterwards, string? Layer, double? ExpectedRate, double? ExpectedEffect, IReadOnlyList<string>? GuardrailMetrics,
    int? PlannedDays, int? PlannedSampleSize)
{
    public NoticeExperimentContent ToContent() => new()
    {
        Hypothesis = Hypothesis,
        Promise = Promise ?? "",
        NotBuilt = NotBuilt ?? "",
        ToldAfterwards = ToldAfterwards ?? "",
        Audience = Audience,
        Placement = Placement,
        NeighborhoodIds = ExperimentAreas.Read(NeighborhoodIds) ?? [],
        TrafficPercent = TrafficPercent,
        Layer = Layer,
        Variants = [.. Variants.Select(variant => variant.ToVariant())],
        PrimaryMetric = PrimaryMetric,
        ExpectedRate = ExpectedRate,
        ExpectedEffect = ExpectedEffect,
        GuardrailMetrics = GuardrailMetrics ?? [],
        PlannedDays = PlannedDays,
        PlannedSampleSize = PlannedSampleSize,
    };
}

/// <summary>A change of a draft: what is left out stays as it is.</summary>
public sealed record UpdateNoticeExperimentInput(
    string Id, int Version, string? Hypothesis, ExperimentAudience? Audience, NoticePlacement? Placement,
    IReadOnlyList<string>? NeighborhoodIds, double? TrafficPercent, IReadOnlyList<NoticeVariantInput>? Variants,
    string? PrimaryMetric, string? Promise, string? NotBuilt, string? ToldAfterwards, Optional<string?> Layer,
    Optional<double?> ExpectedRate, Optional<double?> ExpectedEffect, IReadOnlyList<string>? GuardrailMetrics,
    Optional<int?> PlannedDays, Optional<int?> PlannedSampleSize)
{
    public NoticeExperimentContent ApplyTo(NoticeExperimentContent content) => content with
    {
        Hypothesis = Hypothesis ?? content.Hypothesis,
        Promise = Promise ?? content.Promise,
        NotBuilt = NotBuilt ?? content.NotBuilt,
        ToldAfterwards = ToldAfterwards ?? content.ToldAfterwards,
        Audience = Audience ?? content.Audience,
        Placement = Placement ?? content.Placement,
        NeighborhoodIds = ExperimentAreas.Read(NeighborhoodIds) ?? content.NeighborhoodIds,
        TrafficPercent = TrafficPercent ?? content.TrafficPercent,
        Layer = Layer.IsSet ? Layer.Value : content.Layer,
        Variants = Variants is null ? content.Variants : [.. Variants.Select(variant => variant.ToVariant())],
        PrimaryMetric = PrimaryMetric ?? content.PrimaryMetric,
        ExpectedRate = ExpectedRate.IsSet ? ExpectedRate.Value : content.ExpectedRate,
        ExpectedEffect = ExpectedEffect.IsSet ? ExpectedEffect.Value : content.ExpectedEffect,
        GuardrailMetrics = GuardrailMetrics ?? content.GuardrailMetrics,
        PlannedDays = PlannedDays.IsSet ? PlannedDays.Value : content.PlannedDays,
        PlannedSampleSize = PlannedSampleSize.IsSet ? PlannedSampleSize.Value : content.PlannedSampleSize,
    };
}

public sealed record StartNoticeExperimentInput(string Id);

public sealed record PauseNoticeExperimentInput(string Id);

public sealed record FinishNoticeExperimentInput(string Id, ExperimentDecision Decision, string? DecisionNote);

/// <summary>The areas of an experiment by their global ids.</summary>
internal static class ExperimentAreas
{
    public static IReadOnlyList<long>? Read(IReadOnlyList<string>? ids) =>
        ids is null ? null : [.. ids.Select(id => GlobalId.Parse(id, NodeType.Neighborhood))];
}
