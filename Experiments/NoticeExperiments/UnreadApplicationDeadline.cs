namespace Jobs.Experiments;

/// <summary>
/// The worked example: employers are told that an unread application can no longer be opened after seven days. Nothing is locked;
/// whether applications are read sooner says if a lock would be worth building.
/// </summary>
public static class UnreadApplicationDeadline
{
    public const string Key = "unread-application-deadline";
    public const int AnnouncedReadDays = 7;
    private const double Rate = 0.40;
    private const double Effect = 0.05;

    /// <param name="inEnglish">The language of the words for the team; the notice itself speaks both.</param>
    public static NoticeExperimentContent Content(bool inEnglish = false) => new()
    {
        Hypothesis = inEnglish
            ? "Employers who know that an unread application closes after 7 days open applications sooner: the share of "
                + "employers who open one within 24 hours rises by 5 points."
            : "안 읽은 지원서가 7일 뒤 닫힌다는 것을 알면 사장님이 지원서를 더 빨리 열어 본다. 24시간 안에 지원서를 열어 보는 사장님이 5%p 늘어난다.",
        Promise = inEnglish
            ? "An application that nobody has opened 7 days after it arrived can no longer be opened."
            : "도착한 지 7일이 지나도록 열어 보지 않은 지원서는 더 이상 열 수 없다.",
        NotBuilt = inEnglish
            ? "The lock. Every application can be opened as before, after 7 days too; no status, list or message changes."
            : "잠그는 기능. 7일이 지나도 모든 지원서는 지금처럼 열린다. 지원서의 상태도, 목록도, 알림도 바뀌지 않는다.",
        ToldAfterwards = inEnglish
            ? "Within 7 days of the end, everybody who saw the notice reads the outcome in the same place, the inbox: from which "
                + "day it holds if it gets built, or that applications stay open if it does not. Nobody lost an application, and "
                + "we say so."
            : "끝나고 7일 안에, 안내를 본 사장님 모두에게 같은 자리(받은 지원서)에서 결과를 알린다. 만들기로 하면 언제부터인지, "
                + "만들지 않기로 하면 지원서를 앞으로도 계속 열 수 있다고 말한다. 그동안 닫힌 지원서가 없었다는 것도 밝힌다.",
        Audience = ExperimentAudience.Employers,
        Placement = NoticePlacement.EmployerInbox,
        Variants = [new("control", 50, Content: null), new("seven-days", 50, Notice)],
        PrimaryMetric = "application_read_within_24h",
        ExpectedRate = Rate,
        ExpectedEffect = Effect,
        GuardrailMetrics = ["job_post_closed", "application_rejected"],
        PlannedDays = 14,
        PlannedSampleSize = (int)SampleSize.Planned(Rate, Effect, alpha: 0.05, power: 0.8, [50, 50]),
    };

    private static NoticeContent Notice => new(
        NoticeTone.Warning,
        new("안 읽은 지원서는 7일 뒤 열 수 없게 돼요", "Unread applications close after 7 days"),
        new("지원자가 오래 기다리지 않도록, 도착하고 7일 동안 열어 보지 않은 지원서는 더 이상 열 수 없게 돼요. 받은 지원서를 지금 확인해 보세요.",
            "So that nobody waits for long, an application that was not opened within 7 days of its arrival can no longer be "
                + "opened. Have a look at yours now."),
        new(new("지원서 확인하기", "See applications"), "jobs://employer/inbox"),
        AnnouncedReadDays: AnnouncedReadDays);
}
