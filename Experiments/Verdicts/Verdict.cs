namespace Jobs.Experiments;

/// <summary>What an experiment has shown so far, and what to do about it.</summary>
/// <param name="Kind">What follows.</param>
/// <param name="Sentence">What a product manager reads first.</param>
/// <param name="VariantKey">The treatment that the sentence is about, if it is about one.</param>
/// <param name="DaysLeft">About how many more days are needed, where that can be told.</param>
/// <param name="Checks">In the order in which they matter.</param>
/// <param name="Arms">The control first.</param>
/// <param name="Guardrails">Each metric in each treatment.</param>
public sealed record Verdict(
    VerdictKind Kind, VerdictSentence Sentence, string? VariantKey, int? DaysLeft, IReadOnlyList<VerdictCheck> Checks,
    IReadOnlyList<VerdictArm> Arms, IReadOnlyList<VerdictGuardrail> Guardrails)
{
    /// <summary>A guardrail turned significantly bad. Also where the counts are invalid: a pause harms nobody.</summary>
    public bool ShouldPause => Guardrails.Any(guardrail => guardrail.State == GuardrailState.Bad);

    public static Verdict Of(ExperimentData data, VerdictOptions? options = null)
    {
        options ??= new();
        if (data.Weights.Count != data.Primary.Count || data.AssignedPerArm.Count != data.Primary.Count
            || data.Guardrails.Any(guardrail => guardrail.Arms.Count != data.Primary.Count))
            throw new ArgumentException("Weights, people assigned and guardrails are about the same arms.", nameof(data));
        var comparisons = Comparison.Of(data.Primary, data.PrimaryDirection, data, options);
        var guardrails = VerdictGuardrail.Of(data, options);
        var (isEmpty, arms) = (data.Primary.Count < 2 || data.People == 0, VerdictArm.Of(data.Primary, comparisons));
        if (isEmpty) return new(VerdictKind.NoData, VerdictSentences.NoData(), null, null, [], arms, guardrails);
        VerdictCheck[] checks = [.. DataChecks.Of(data, options), .. FloorChecks.Of(data, options), PlannedSizeCheck.Of(data)];
        var decision = Decision.Of(data, options, checks, comparisons, guardrails);
        return new(decision.Kind, decision.Sentence, decision.VariantKey, decision.DaysLeft, checks, arms, guardrails);
    }
}
