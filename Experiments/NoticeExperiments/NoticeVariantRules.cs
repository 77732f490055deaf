namespace Jobs.Experiments;

/// <summary>The part about the arms: their keys, shares and texts.</summary>
public sealed partial class NoticeExperimentRules
{
    public const int TitleLengthMax = 80;
    public const int BodyLengthMax = 400;
    public const int LabelLengthMax = 20;
    public const int UrlLengthMax = 500;

    private static readonly string[] UrlSchemes = ["https", "jobs"];

    private void CheckVariants(IReadOnlyList<NoticeVariant> variants)
    {
        if (variants.Count is < 2 or > VariantsMax)
            problems.Add("variants", $"비교할 안이 2개에서 {VariantsMax}개 있어야 해요.",
                $"There must be 2 to {VariantsMax} variants.");
        var total = variants.Sum(variant => variant.Weight);
        if (variants.Count > 0 && !(Math.Abs(total - 100) < WeightTolerance))
            problems.Add("variants", $"비율의 합이 100%여야 해요. 지금은 {total:0.##}%예요.",
                $"The weights must add up to 100 %; they are {total:0.##} %.");
        if (variants.Count > 0 && variants.All(variant => variant.Content is null))
            problems.Add("variants", "안내를 보여 주는 안이 하나는 있어야 해요.", "At least one variant must show something.");
        foreach (var (index, variant) in variants.Index()) CheckVariant(variant, index, variants);
    }

    private void CheckVariant(NoticeVariant variant, int index, IReadOnlyList<NoticeVariant> all)
    {
        var path = $"variants.{index}";
        if (variant.Key.Length is < 1 or > 30
            || !variant.Key.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '_'))
            problems.Add($"{path}.key", "이름은 영어 소문자·숫자·-·_로 1~30자예요.",
                "A key has 1 to 30 lower-case letters, digits, - and _.");
        if (all.Take(index).Any(other => other.Key == variant.Key))
            problems.Add($"{path}.key", "같은 이름의 안이 있어요.", "Two variants have this key.");
        // An arm of nobody would make the split look wrong for ever: it is left out instead.
        if (!(variant.Weight > 0 && variant.Weight < 100))
            problems.Add($"{path}.weight", "비율은 0%보다 크고 100%보다 작아야 해요.",
                "A weight must be above 0 % and below 100 %.");
        if (variant.Content is { } content) CheckNotice(content, $"{path}.content");
    }

    private void CheckNotice(NoticeContent content, string path)
    {
        CheckText(content.Title, TitleLengthMax, $"{path}.title");
        if (content.Body is { } body) CheckText(body, BodyLengthMax, $"{path}.body");
        if (content.AnnouncedReadDays is < 1 or > 90)
            problems.Add($"{path}.announcedReadDays", "1일에서 90일 사이여야 해요.", "Must be 1 to 90 days.");
        if (content.Action is not { } action) return;
        CheckText(action.Label, LabelLengthMax, $"{path}.action.label");
        if (action.Url.Length > UrlLengthMax || !Uri.TryCreate(action.Url, UriKind.Absolute, out var address)
            || !UrlSchemes.Contains(address.Scheme))
            problems.Add($"{path}.action.url", "https:// 또는 jobs:// 로 시작하는 주소여야 해요.",
                "It must be an address that begins with https:// or jobs://.");
    }

    private void CheckText(NoticeText text, int lengthMax, string path)
    {
        if (string.IsNullOrWhiteSpace(text.Korean)) problems.Add(path, "한국어 문구를 써 주세요.", "Write the Korean text.");
        foreach (var words in new[] { text.Korean, text.English })
        {
            if (words is null) continue;
            if (words.Length > lengthMax) problems.Add(path, $"{lengthMax}자까지 쓸 수 있어요.",
                $"At most {lengthMax} characters.");
            if (words.Any(letter => char.IsControl(letter) && letter is not '\n'))
                problems.Add(path, "쓸 수 없는 문자가 있어요.", "It contains characters that cannot be used.");
        }
    }
}
