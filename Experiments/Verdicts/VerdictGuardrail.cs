namespace Jobs.Experiments;

/// <summary>What a guardrail metric says.</summary>
public enum GuardrailState
{
    /// <summary>Significantly better than in the control.</summary>
    Good,

    /// <summary>Significantly worse: the experiment pauses.</summary>
    Bad,
    Unclear,
}

/// <summary>A guardrail metric in one treatment. Lifts are percentage points against the control, always valid.</summary>
public sealed record VerdictGuardrail(
    string MetricKey, string VariantKey, MetricDirection Direction, double Lift, double LiftLow, double LiftHigh,
    GuardrailState State, VerdictSentence Sentence)
{
    internal static IReadOnlyList<VerdictGuardrail> Of(ExperimentData data, VerdictOptions options) =>
        [.. data.Guardrails.SelectMany(guardrail => Comparison
            .Of(guardrail.Arms, guardrail.Direction, data, options)
            .Select(comparison => Of(guardrail.MetricKey, comparison, options)))];

    // Harm needs no whole week and no conversions: an arm in which the metric died out is the harm itself. It does need enough
    // people for the test to hold.
    private static VerdictGuardrail Of(string metric, Comparison comparison, VerdictOptions options)
    {
        ArmCounts[] arms = [comparison.Control, comparison.Treatment];
        var isEnough = arms.All(arm => arm.People >= options.PeoplePerArmMin)
            && ExpectedCounts.Smallest(arms) > options.ExpectedCountMin;
        var state = !isEnough ? GuardrailState.Unclear
            : comparison.IsWorse ? GuardrailState.Bad
            : comparison.IsBetter ? GuardrailState.Good
            : GuardrailState.Unclear;
        var lift = comparison.Lift;
        return new(metric, comparison.Treatment.VariantKey, comparison.Direction,
            lift.Estimate * 100, lift.Low * 100, lift.High * 100, state, SentenceOf(metric, comparison, state, isEnough));
    }

    private static VerdictSentence SentenceOf(string metric, Comparison comparison, GuardrailState state, bool isEnough)
    {
        var (before, after) = (Figures.Percent(comparison.Control.Rate), Figures.Percent(comparison.Treatment.Rate));
        var known = KnownMetrics.Find(metric);
        var korean = $"{known?.Korean ?? metric}: 대조군 {before}, “{comparison.Treatment.VariantKey}” {after}, 차이 " +
            Figures.PointsInKorean(comparison.Lift);
        var english = $"{known?.English ?? metric}: {before} in the control, {after} in “{comparison.Treatment.VariantKey}”, " +
            Figures.PointsInEnglish(comparison.Lift);
        return state switch
        {
            GuardrailState.Bad => new($"{korean}. 나빠졌습니다.", $"{english}: it got worse."),
            GuardrailState.Good => new($"{korean}. 좋아졌습니다.", $"{english}: it got better."),
            _ when !isEnough => new($"{korean}. 판단하기에는 아직 적습니다.", $"{english}: too few yet to judge."),
            _ => new($"{korean}. 나빠졌다는 증거가 없습니다.", $"{english}: no sign of harm."),
        };
    }
}
