using System.Globalization;
using System.Text.RegularExpressions;
using Jobs.Experiments;
using Jobs.Persistence;
using Jobs.Schema;

namespace Jobs.Api.WebConsole.Experiments;

/// <summary>Says <c>variants[1].content.title.korean</c>, or <c>variants.1.weight</c>, as the form says it.</summary>
public static partial class DifferenceWords
{
    public static IReadOnlyList<ShownDifference> Of(IEnumerable<ContentDifference> differences, RequestLanguage language) =>
    [
        .. differences.Select(difference => new ShownDifference(
            Of(difference.Path, language), ValueOf(difference.Path, difference.Before, language),
            ValueOf(difference.Path, difference.After, language))),
    ];

    public static string Of(string path, RequestLanguage language) =>
        string.Join(" › ", Steps().Matches(path).Select(step => Word(step.Value, language)).Where(word => word.Length > 0));

    private static string Word(string step, RequestLanguage language) => step switch
    {
        _ when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) => $"{index + 1}",
        "hypothesis" => language.Say("가설", "Hypothesis"),
        "promise" => language.Say("약속", "Promise"),
        "notBuilt" => language.Say("만들지 않은 것", "Not built"),
        "toldAfterwards" => language.Say("나중에 알리는 방법", "Told afterwards"),
        "audience" => language.Say("대상", "Audience"),
        "placement" => language.Say("자리", "Placement"),
        "neighborhoodIds" => language.Say("동네", "Areas"),
        "conditions" => language.Say("추가 조건", "Conditions"),
        "decision" => language.Say("결정", "Decision"),
        "decisionNote" or "note" => language.Say("이유", "Why"),
        "trafficPercent" => language.Say("참여 비율", "Traffic share"),
        "layer" => language.Say("레이어", "Layer"),
        "variants" => language.Say("안", "Variant"),
        "key" => language.Say("이름", "Key"),
        "weight" => language.Say("비율", "Weight"),
        "content" => "",
        "title" => language.Say("제목", "Title"),
        "body" => language.Say("본문", "Body"),
        "korean" => language.Say("한국어", "Korean"),
        "english" => language.Say("영어", "English"),
        "tone" => language.Say("말투", "Tone"),
        "action" => language.Say("버튼", "Button"),
        "label" => language.Say("글자", "Label"),
        "url" => language.Say("주소", "Address"),
        "isDismissible" => language.Say("닫기", "Can be dismissed"),
        "announcedReadDays" => language.Say("알린 날수", "Announced days"),
        "testers" => language.Say("테스터", "Tester"),
        "userId" => language.Say("사람", "Person"),
        "variantKey" => language.Say("안", "Variant"),
        "primaryMetric" => language.Say("주 지표", "Primary metric"),
        "expectedRate" => language.Say("예상 비율", "Expected rate"),
        "expectedEffect" => language.Say("예상 효과", "Expected effect"),
        "guardrailMetrics" => language.Say("가드레일", "Guardrail"),
        "plannedDays" => language.Say("기간", "Planned days"),
        "level" => language.Say("판정", "Verdict"),
        "until" => language.Say("언제까지", "Until"),
        "plannedSampleSize" => language.Say("표본 수", "Planned people"),
        _ => step,
    };

    /// <summary>What code spells as one word is said as the form says it; what people wrote stays.</summary>
    private static string? ValueOf(string path, string? value, RequestLanguage language) => Steps().Matches(path)[^1].Value switch
    {
        _ when value is null => null,
        "audience" when Enum.TryParse<ExperimentAudience>(value, out var audience) => ExperimentWords.Of(audience, language),
        "placement" when Enum.TryParse<NoticePlacement>(value, out var placement) => ExperimentWords.Of(placement, language),
        "tone" when Enum.TryParse<NoticeTone>(value, out var tone) => ExperimentWords.Of(tone, language),
        "isDismissible" => value == "true" ? language.Say("예", "yes") : language.Say("아니요", "no"),
        _ when path == "primaryMetric" || path.StartsWith("guardrailMetrics", StringComparison.Ordinal) =>
            ExperimentWords.OfMetric(value, language),
        _ => value,
    };

    [GeneratedRegex(@"[^.\[\]]+")]
    private static partial Regex Steps();
}
