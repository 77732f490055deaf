using Jobs.Persistence;

namespace Jobs.Experiments.Tests.NoticeExperiments;

/// <summary>An experiment that is in order; a test changes what it is about.</summary>
internal static class SomeExperiment
{
    public static NoticeExperimentContent Content { get; } = new()
    {
        Hypothesis = "읽지 않은 지원서가 잠긴다고 알리면 사장님이 더 빨리 열어 본다.",
        Promise = "7일 동안 읽지 않은 지원서는 열 수 없게 된다.",
        NotBuilt = "지원서를 잠그는 기능.",
        ToldAfterwards = "공지로 잠기지 않는다고 알린다.",
        Audience = ExperimentAudience.Everyone,
        Placement = NoticePlacement.EmployerInbox,
        Variants = [new("control", 50, Content: null), new("warning", 50, Shown("7일이 지나면 열 수 없어요"))],
        PrimaryMetric = "application_read_within_24h",
        GuardrailMetrics = ["job_post_closed"],
        ExpectedRate = 0.4,
        ExpectedEffect = 0.05,
        PlannedDays = 14,
        PlannedSampleSize = 4_000,
    };

    public static NoticeContent Shown(string title) =>
        new(NoticeTone.Warning, new(title, "It can be opened for 7 days"), Body: null, Action: null, AnnouncedReadDays: 7);
}
