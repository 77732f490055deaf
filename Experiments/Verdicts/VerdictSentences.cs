namespace Jobs.Experiments;

/// <summary>The words of each verdict: what was found, in numbers, and what to do next.</summary>
internal static class VerdictSentences
{
    public static VerdictSentence NoData() => new(
        "아직 비교할 사람이 없습니다.", "Nobody has been counted yet in two arms that could be compared.");

    public static VerdictSentence Invalid(VerdictCheck failed) => new VerdictSentence(
        "결과를 쓸 수 없습니다.", "The result cannot be used.").Then(failed.Sentence).Then(new(
        "원인을 찾아 고친 뒤 새 실험으로 다시 시작하세요.", "Find the cause, mend it and start a new experiment."));

    public static VerdictSentence Ship(Comparison winner, IReadOnlyList<VerdictGuardrail> harmed)
    {
        var ship = new VerdictSentence(
            $"채택하세요: {InKorean(winner)}. 약속한 것을 만들 가치가 있습니다.",
            $"Ship: {InEnglish(winner)}. What it promises is worth building.");
        return harmed.Count == 0 ? ship : ship.Then(new(
            $"“{harmed[0].VariantKey}” 안내는 내리세요: {harmed[0].Sentence.Korean}",
            $"Roll back “{harmed[0].VariantKey}”: {harmed[0].Sentence.English}"));
    }

    public static VerdictSentence Harm(VerdictGuardrail harmed) => new(
        $"내리세요: 지켜야 할 지표가 나빠졌습니다. {harmed.Sentence.Korean}",
        $"Roll back: a guardrail is hurt. {harmed.Sentence.English}");

    public static VerdictSentence RollBack(Comparison loser) => new(
        $"내리세요: {InKorean(loser)}. 안내가 해롭습니다.", $"Roll back: {InEnglish(loser)}. The notice does harm.");

    public static VerdictSentence NoDifference(Comparison leading, double effect) => new(
        $"차이가 없습니다: {InKorean(leading)}. 기대한 {Figures.Plain(effect)}%p의 개선은 아닙니다. 그만두거나 더 과감한 약속을 시험하세요.",
        $"No difference: {InEnglish(leading)}. The hoped-for gain of {Figures.Plain(effect)} points is ruled out: " +
        "drop the promise, or test a bolder one.");

    public static VerdictSentence Missing(IReadOnlyList<VerdictCheck> missing, int? days) => new VerdictSentence(
        $"계속 진행하세요: {string.Join(" ", missing.Select(check => check.Sentence.Korean))}",
        $"Keep running: {string.Join(" ", missing.Select(check => check.Sentence.English))}").Then(About(days));

    public static VerdictSentence Unclear(Comparison leading, int? days) => new VerdictSentence(
        $"계속 진행하세요: {InKorean(leading)}. 아직 우연일 수 있습니다.",
        $"Keep running: {InEnglish(leading)}. That may still be chance.").Then(About(days));

    public static VerdictSentence StillUnclear(Comparison leading, double effect, int? days) => new VerdictSentence(
        $"계속 진행하세요: {InKorean(leading)}. 계획한 만큼 찼지만 0과 기대한 {Figures.Plain(effect)}%p 모두 아직 가능합니다.",
        $"Keep running: {InEnglish(leading)}. The planned size is reached, but no difference and the hoped-for " +
        $"{Figures.Plain(effect)} points are both still possible.").Then(About(days));

    private static VerdictSentence About(int? days) => days is { } left
        ? new($"지금 속도로 약 {Figures.Count(left)}일 더 걸립니다.", $"At this pace that takes about {Figures.Count(left)} more days.")
        : new("지금 속도로는 언제 끝날지 알 수 없습니다.", "At this pace nobody can tell how long that takes.");

    private static string InKorean(Comparison comparison) =>
        $"“{comparison.Treatment.VariantKey}” {Figures.Percent(comparison.Treatment.Rate)}, " +
        $"대조군 {Figures.Percent(comparison.Control.Rate)}, 차이 {Figures.PointsInKorean(comparison.Lift)}";

    private static string InEnglish(Comparison comparison) =>
        $"“{comparison.Treatment.VariantKey}” converts {Figures.Percent(comparison.Treatment.Rate)} of people against " +
        $"{Figures.Percent(comparison.Control.Rate)} in the control, {Figures.PointsInEnglish(comparison.Lift)}";
}
