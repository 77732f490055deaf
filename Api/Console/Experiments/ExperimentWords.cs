using Jobs.Experiments;
using Jobs.Persistence;
using Jobs.Schema;

namespace Jobs.Api.WebConsole.Experiments;

/// <summary>What the console calls the things that code spells as one word.</summary>
public static class ExperimentWords
{
    public static string Of(ExperimentStatus status, RequestLanguage language) => status switch
    {
        ExperimentStatus.Draft => language.Say("초안", "Draft"),
        ExperimentStatus.Running => language.Say("진행 중", "Running"),
        ExperimentStatus.Paused => language.Say("멈춤", "Paused"),
        _ => language.Say("끝남", "Finished"),
    };

    public static string Of(ExperimentAudience audience, RequestLanguage language) => audience switch
    {
        ExperimentAudience.Applicants => language.Say("구직자 (가게에 속하지 않은 사람)", "Applicants (members of no employer)"),
        ExperimentAudience.Employers => language.Say("사장님 (가게에 속한 사람)", "Employers (members of one)"),
        _ => language.Say("모두", "Everyone"),
    };

    public static string Of(NoticePlacement placement, RequestLanguage language) => placement switch
    {
        NoticePlacement.JobFeedTop => language.Say("공고 목록 맨 위", "Top of the job feed"),
        NoticePlacement.JobPostDetail => language.Say("공고 상세", "Job post"),
        NoticePlacement.ApplySheet => language.Say("지원하기 화면", "Apply sheet"),
        NoticePlacement.MyApplications => language.Say("내 지원 목록", "My applications"),
        NoticePlacement.ApplicationDetail => language.Say("지원서 상세 (구직자)", "Application, for its applicant"),
        NoticePlacement.EmployerHome => language.Say("사장님 홈", "Employer's home"),
        NoticePlacement.EmployerInbox => language.Say("받은 지원서 목록", "Employer's inbox"),
        NoticePlacement.EmployerApplicationDetail => language.Say("받은 지원서 상세", "Application, for the employer"),
        _ => language.Say("공고 작성 화면", "Job post editor"),
    };

    public static string Of(NoticeTone tone, RequestLanguage language) => tone switch
    {
        NoticeTone.Info => language.Say("차분하게", "Informing"),
        NoticeTone.Success => language.Say("반갑게", "Good news"),
        NoticeTone.Warning => language.Say("주의", "Warning"),
        _ => language.Say("급하게", "Urgent"),
    };

    public static string Of(ExperimentDecision decision, RequestLanguage language) => decision switch
    {
        ExperimentDecision.Build => language.Say("만든다", "Build it"),
        ExperimentDecision.Drop => language.Say("그만둔다", "Drop it"),
        _ => language.Say("알 수 없다", "Inconclusive"),
    };

    public static string Of(ExperimentChange change, RequestLanguage language) => change switch
    {
        ExperimentChange.Created => language.Say("만듦", "Created"),
        ExperimentChange.Edited => language.Say("고침", "Edited"),
        ExperimentChange.Restored => language.Say("되돌림", "Restored"),
        ExperimentChange.Started => language.Say("시작함", "Started"),
        ExperimentChange.Paused => language.Say("멈춤", "Paused"),
        ExperimentChange.PausedByGuardrail => language.Say("서비스가 멈춤", "Paused by the service"),
        ExperimentChange.Resumed => language.Say("다시 시작함", "Resumed"),
        _ => language.Say("끝냄", "Finished"),
    };

    /// <summary>A metric that the program no longer knows keeps its key.</summary>
    public static string OfMetric(string key, RequestLanguage language) =>
        KnownMetrics.Find(key) is { } metric ? language.Say(metric.Korean, metric.English) : key;
}
