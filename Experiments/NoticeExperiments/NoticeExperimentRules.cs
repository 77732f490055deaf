namespace Jobs.Experiments;

/// <summary>What a draft must be before it is kept: everything that is wrong with it, at once.</summary>
public sealed partial class NoticeExperimentRules
{
    public const int KeyLengthMax = 51;
    public const int WordsLengthMax = 2_000;
    public const int VariantsMax = 6;
    public const int NeighborhoodsMax = 100;
    public const int TestersMax = 50;
    public const int GuardrailsMax = 5;
    private const double WeightTolerance = 1e-6;

    private readonly ContentProblems problems = new();

    public static IReadOnlyList<ContentProblem> Check(string key, NoticeExperimentContent content)
    {
        var rules = new NoticeExperimentRules();
        rules.CheckKey(key);
        rules.CheckContent(content);
        return rules.problems.All;
    }

    public static IReadOnlyList<ContentProblem> Check(NoticeExperimentContent content)
    {
        var rules = new NoticeExperimentRules();
        rules.CheckContent(content);
        return rules.problems.All;
    }

    /// <summary>Why something was done: a guardrail's sentences and a person's words alike.</summary>
    public static IReadOnlyList<ContentProblem> CheckNote(string? note, string path)
    {
        var rules = new NoticeExperimentRules();
        rules.CheckLength(note ?? "", path);
        return rules.problems.All;
    }

    private void CheckKey(string key)
    {
        var isValid = key.Length is >= 2 and <= KeyLengthMax && char.IsAsciiLetterLower(key[0])
            && key.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '_');
        if (!isValid)
            problems.Add("key", "영어 소문자로 시작하고, 소문자·숫자·-·_만 써서 2~51자로 지어 주세요.",
                "Use 2 to 51 lower-case letters, digits, - and _, beginning with a letter.");
    }

    private void CheckContent(NoticeExperimentContent content)
    {
        CheckWords(content);
        CheckConditions(content.Conditions);
        CheckShares(content);
        CheckMetrics(content);
        CheckVariants(content.Variants);
        CheckTesters(content);
        if (content.NeighborhoodIds.Count > NeighborhoodsMax)
            problems.Add("neighborhoodIds", $"동네는 {NeighborhoodsMax}곳까지 고를 수 있어요.",
                $"At most {NeighborhoodsMax} areas.");
        foreach (var (index, id) in content.NeighborhoodIds.Index())
            if (KnownNeighborhoods.Shipped.Find(id) is null)
                problems.Add($"neighborhoodIds.{index}", "없는 동네예요.", "There is no such area.");
    }

    private void CheckWords(NoticeExperimentContent content)
    {
        if (string.IsNullOrWhiteSpace(content.Hypothesis))
            problems.Add("hypothesis", "가설을 써 주세요.", "Write down the hypothesis.");
        CheckLength(content.Hypothesis, "hypothesis");
        CheckLength(content.Promise, "promise");
        CheckLength(content.NotBuilt, "notBuilt");
        CheckLength(content.ToldAfterwards, "toldAfterwards");
    }

    private void CheckConditions(string conditions)
    {
        // One field holds them all: which of its filters is meant stands in the sentence.
        foreach (var (path, korean, english) in FlagRules.CheckConditions(conditions))
        {
            var place = path.Length == 0 ? "" : $"{path}: ";
            problems.Add("conditions", place + korean, place + english);
        }
    }

    private void CheckShares(NoticeExperimentContent content)
    {
        if (content.TrafficPercent is not (> 0 and <= 100))
            problems.Add("trafficPercent", "참여 비율은 0%보다 크고 100% 이하여야 해요.",
                "The share must be above 0 % and at most 100 %.");
        if (content.Layer is { } layer && (layer.Length > 40 || !layer.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-')))
            problems.Add("layer", "레이어 이름은 영문자·숫자·-로 40자까지 쓸 수 있어요.",
                "A layer's name has up to 40 letters, digits and -.");
        if (content.PlannedDays is < 1 or > 365)
            problems.Add("plannedDays", "기간은 1일에서 365일 사이여야 해요.", "The length must be 1 to 365 days.");
        if (content.PlannedSampleSize is < 1)
            problems.Add("plannedSampleSize", "표본 수는 1 이상이어야 해요.", "The sample size must be at least 1.");
        if (content.ExpectedRate is not (null or (>= 0 and <= 1)))
            problems.Add("expectedRate", "예상 비율은 0에서 1 사이여야 해요.", "The expected rate must be 0 to 1.");
        if (content.ExpectedEffect is not (null or (>= -1 and <= 1)))
            problems.Add("expectedEffect", "예상 효과는 -1에서 1 사이여야 해요.", "The expected effect must be -1 to 1.");
    }

    private void CheckMetrics(NoticeExperimentContent content)
    {
        CheckMetric(content.PrimaryMetric, "primaryMetric");
        if (content.GuardrailMetrics.Count > GuardrailsMax)
            problems.Add("guardrailMetrics", $"가드레일은 {GuardrailsMax}개까지예요.", $"At most {GuardrailsMax} guardrails.");
        foreach (var (index, metric) in content.GuardrailMetrics.Index())
        {
            CheckMetric(metric, $"guardrailMetrics.{index}");
            if (metric == content.PrimaryMetric || content.GuardrailMetrics.Take(index).Contains(metric))
                problems.Add($"guardrailMetrics.{index}", "같은 지표를 두 번 쓸 수 없어요.", "A metric can be used once only.");
        }
    }

    private void CheckMetric(string key, string path)
    {
        if (KnownMetrics.Find(key) is not null) return;
        var known = string.Join(", ", KnownMetrics.All.Select(metric => metric.Key));
        problems.Add(path, $"없는 지표예요. 쓸 수 있는 지표: {known}", $"There is no such metric. Known ones: {known}");
    }

    private void CheckTesters(NoticeExperimentContent content)
    {
        if (content.Testers.Count > TestersMax)
            problems.Add("testers", $"테스터는 {TestersMax}명까지예요.", $"At most {TestersMax} testers.");
        foreach (var (index, tester) in content.Testers.Index())
        {
            if (content.Variants.All(variant => variant.Key != tester.VariantKey))
                problems.Add($"testers.{index}", $"'{tester.VariantKey}' 안이 없어요.",
                    $"There is no variant '{tester.VariantKey}'.");
            if (content.Testers.Take(index).Any(other => other.UserId == tester.UserId))
                problems.Add($"testers.{index}", "같은 사람이 두 번 있어요.", "The same person stands here twice.");
        }
    }

    private void CheckLength(string text, string member)
    {
        if (text.Length > WordsLengthMax)
            problems.Add(member, $"{WordsLengthMax}자까지 쓸 수 있어요.", $"At most {WordsLengthMax} characters.");
        if (text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')))
            problems.Add(member, "쓸 수 없는 문자가 있어요.", "It contains characters that cannot be used.");
    }
}
