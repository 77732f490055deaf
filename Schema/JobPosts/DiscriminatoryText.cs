using System.Text.RegularExpressions;

namespace Jobs.Schema;

/// <summary>Finds words that limit applicants by sex, age, looks or marriage.</summary>
/// <remarks>
/// Equal Employment Opportunity Act (남녀고용평등법) art. 7 and Age Discrimination Act (고령자고용법) art. 4-4 forbid them in recruitment.
/// The list errs on the side of saying nothing: "여성의류" is a trade, "여성만" is a limit.
/// </remarks>
public static partial class DiscriminatoryText
{
    public static IEnumerable<TextMatch> Find(string text, params string[] path) =>
        Limits().Matches(text).Select(match => new TextMatch(path, match.Value, match.Index));

    [GeneratedRegex(
        @"(여성|남성|여자|남자|(?<![가-힣])[여남])\s*(분)?\s*(만|우대|환영|한정|구함|구해요|모집)"
        + @"|(?<![가-힣])[여남]\s*(직원|알바|알바생|사원)\s*(만|우대|환영|한정|구함|구해요|모집)"
        + @"|[1-6]0\s*대\s*(초반|중반|후반)?\s*(만|우대|환영|한정|까지)"
        + @"|(만\s*)?\d{2}\s*세\s*(이하|미만|까지)(만)?"
        + @"|\d{2}\s*년생\s*(까지|이하|만)"
        + @"|용모\s*단정|외모\s*(단정|우대|준수)|미혼\s*(만|우대|자)|군필\s*(자)?\s*(만|우대|한정)|(미인|훈남|훈녀)\s*(만|우대|환영)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Limits();
}
