namespace Jobs.Experiments;

/// <summary>The step from checks, differences and guardrails to what follows from them.</summary>
internal sealed record Decision(VerdictKind Kind, VerdictSentence Sentence, string? VariantKey = null, int? DaysLeft = null)
{
    public static Decision Of(
        ExperimentData data, VerdictOptions options, IReadOnlyList<VerdictCheck> checks,
        IReadOnlyList<Comparison> comparisons, IReadOnlyList<VerdictGuardrail> guardrails)
    {
        if (checks.FirstOrDefault(check => check.State == CheckState.Failed) is { } failed)
            return new(VerdictKind.Invalid, VerdictSentences.Invalid(failed));

        var missing = checks.Where(check => !check.IsPassed && check.Name != VerdictCheckName.PlannedSize).ToList();
        var harmed = guardrails.Where(guardrail => guardrail.State == GuardrailState.Bad).ToList();
        var leading = comparisons.MaxBy(comparison => comparison.Gain)!;
        var winner = comparisons.Where(comparison => comparison.IsBetter && !harmed.Exists(Harms(comparison)))
            .MaxBy(comparison => comparison.Gain);

        if (missing.Count == 0 && winner is not null)
            return new(VerdictKind.Ship, VerdictSentences.Ship(winner, harmed), winner.Treatment.VariantKey);
        if (harmed.Count > 0) return new(VerdictKind.RollBack, VerdictSentences.Harm(harmed[0]), harmed[0].VariantKey);
        // A treatment in which the metric died out never gets its conversions: that is a result, not a lack of one.
        var loser = comparisons.Where(comparison => comparison.IsWorse).MinBy(comparison => comparison.Gain);
        if (loser is not null && missing.TrueForAll(check => check.Name == VerdictCheckName.Conversions))
            return new(VerdictKind.RollBack, VerdictSentences.RollBack(loser), loser.Treatment.VariantKey);
        if (missing.Count > 0)
        {
            var days = TimeLeft.UntilPlanned(data, options);
            return new(VerdictKind.KeepRunning, VerdictSentences.Missing(missing, days), null, days);
        }
        return AfterFloors(data, options, checks[^1].IsPassed, comparisons, leading);
    }

    private static Decision AfterFloors(
        ExperimentData data, VerdictOptions options, bool isPlannedSizeReached, IReadOnlyList<Comparison> comparisons,
        Comparison leading)
    {
        var key = leading.Treatment.VariantKey;
        if (!isPlannedSizeReached)
        {
            var days = TimeLeft.UntilPlanned(data, options);
            return new(VerdictKind.KeepRunning, VerdictSentences.Unclear(leading, days), key, days);
        }
        var effect = data.ExpectedEffectOrDetectable(options);
        if (comparisons.All(comparison => comparison.GainHigh < effect))
            return new(VerdictKind.NoDifference, VerdictSentences.NoDifference(leading, effect), key);
        var more = TimeLeft.UntilDecided(data, comparisons.MaxBy(comparison => comparison.GainHigh)!, effect);
        return new(VerdictKind.KeepRunning, VerdictSentences.StillUnclear(leading, effect, more), key, more);
    }

    private static Predicate<VerdictGuardrail> Harms(Comparison comparison) =>
        guardrail => guardrail.VariantKey == comparison.Treatment.VariantKey;
}
