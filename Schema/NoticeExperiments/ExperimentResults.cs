using Jobs.Experiments;

namespace Jobs.Schema;

/// <summary>What the figures say so far.</summary>
public enum ExperimentVerdict
{
    NoData,
    Invalid,
    KeepRunning,
    Ship,
    RollBack,
    NoDifference,
}

/// <summary>Counts of one arm.</summary>
public sealed record VariantResult(
    string VariantKey, int AssignedCount, int ExposedCount, int ClickedCount, int DismissedCount, int ConvertedCount,
    double ConversionRate, double? Lift, double? LiftLow, double? LiftHigh);

/// <summary>Counts so far.</summary>
public sealed record ExperimentResults(
    DateTimeOffset ComputedAt, bool SplitLooksHealthy, IReadOnlyList<VariantResult> Variants, ExperimentVerdict Verdict,
    string VerdictSentence)
{
    public static ExperimentResults Of(ExperimentReport report, RequestLanguage language) => new(
        report.ComputedAt, report.SplitLooksHealthy,
        [.. report.Arms.Zip(report.Verdict.Arms, (counts, figures) => new VariantResult(
            counts.VariantKey, (int)counts.Assigned, (int)counts.Exposed, (int)counts.Clicked, (int)counts.Dismissed,
            (int)counts.Converted, figures.Rate, figures.Lift, figures.LiftLow, figures.LiftHigh))],
        Enum.Parse<ExperimentVerdict>($"{report.Verdict.Kind}"),
        language.Say(report.Verdict.Sentence.Korean, report.Verdict.Sentence.English));
}
