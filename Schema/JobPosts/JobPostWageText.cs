namespace Jobs.Schema;

/// <summary>A wage as one line of text, for old clients.</summary>
public static class JobPostWageText
{
    public static string? Of(JobPost jobPost, RequestLanguage language)
    {
        if (jobPost.WageAmount == 0) return null;
        var amount = jobPost.WageAmountMax is { } max
            ? $"{Figure.Of(jobPost.WageAmount)}~{Figure.Of(max)}"
            : Figure.Of(jobPost.WageAmount);
        return language.IsEnglish ? $"₩{amount} {English(jobPost.WageType)}" : $"{Korean(jobPost.WageType)} {amount}원";
    }

    private static string Korean(WageType type) => type switch
    {
        WageType.Hourly => "시급",
        WageType.Daily => "일급",
        WageType.Weekly => "주급",
        WageType.Monthly => "월급",
        WageType.Yearly => "연봉",
        _ => "건당",
    };

    private static string English(WageType type) => type switch
    {
        WageType.Hourly => "an hour",
        WageType.Daily => "a day",
        WageType.Weekly => "a week",
        WageType.Monthly => "a month",
        WageType.Yearly => "a year",
        _ => "a piece",
    };
}
