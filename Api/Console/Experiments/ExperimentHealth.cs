using Jobs.Experiments;
using Jobs.Persistence;
using Jobs.Schema;

namespace Jobs.Api.WebConsole.Experiments;

/// <summary>How much attention an experiment needs.</summary>
public enum HealthLevel
{
    Good,
    Look,
    Act,
    Quiet,
}

/// <summary>Whether an experiment is well, in a few words, and what its product manager does next.</summary>
public sealed record ExperimentHealth(HealthLevel Level, string Korean, string English, string NextKorean, string NextEnglish)
{
    public string Next(RequestLanguage language) => language.Say(NextKorean, NextEnglish);

    /// <param name="experiment">Which one.</param>
    /// <param name="lastChange">The newest entry of its history.</param>
    /// <param name="report">What its events said last; null: they were not read yet.</param>
    /// <param name="now">The service's time.</param>
    public static ExperimentHealth Of(
        NoticeExperiment experiment, ExperimentChange lastChange, ExperimentReport? report,
        DateTimeOffset now) => experiment.Status switch
        {
            ExperimentStatus.Draft => OfDraft(experiment),
            ExperimentStatus.Running => OfRunning(experiment, report?.Verdict, now),
            ExperimentStatus.Paused when lastChange == ExperimentChange.PausedByGuardrail => new(
                HealthLevel.Act, "서비스가 멈췄어요", "Paused by the service",
                "이력에서 까닭을 보고, 끝낼지 다시 시작할지 정해요.", "See why in its history; finish it, or resume."),
            ExperimentStatus.Paused => new(
                HealthLevel.Look, "아무에게도 안 보여요", "Shown to nobody", "다시 시작하거나 끝내요.", "Resume it, or finish."),
            _ => new(HealthLevel.Quiet, "결정했어요", "Decided", "안내를 본 사람에게 결과를 알려요.", "Tell those who saw the notice how it ended."),
        };

    /// <summary>Whole days since the start, the first one included; null for a draft.</summary>
    public static int? DaysOf(NoticeExperiment experiment, DateTimeOffset now) =>
        experiment.StartedAt is { } started ? (int)((experiment.EndedAt ?? now) - started).TotalDays + 1 : null;

    private static ExperimentHealth OfDraft(NoticeExperiment draft) => Missing(draft) is { } missing
        ? new(HealthLevel.Look, "덜 썼어요", "Unfinished", missing.Korean, missing.English)
        : new(HealthLevel.Good, "시작할 수 있어요", "Ready to start", "미리 보고 시작해요.", "Look at the preview, then start.");

    private static (string Korean, string English)? Missing(NoticeExperiment draft) => draft switch
    {
        { Promise: "" } or { NotBuilt: "" } => ("약속과 만들지 않은 것을 써요.", "Write what is promised and what is not built."),
        { ToldAfterwards: "" } => ("나중에 어떻게 알릴지 써요.", "Write how people are told afterwards."),
        { PlannedSampleSize: null } or { PlannedDays: null } =>
            ("기간과 표본 수를 정해요.", "Decide on the length and the number of people."),
        _ => null,
    };

    private static ExperimentHealth OfRunning(NoticeExperiment experiment, Verdict? verdict, DateTimeOffset now) => verdict switch
    {
        { Kind: VerdictKind.Invalid } => OfInvalid(verdict),
        { ShouldPause: true } => new(
            HealthLevel.Act, "가드레일이 나빠졌어요", "A guardrail turned bad", "결과를 보고 멈춰요.", "Read the results and pause it."),
        { Kind: VerdictKind.RollBack } => new(
            HealthLevel.Act, "대조군보다 나빠요", "Worse than the control", "결과를 보고 끝내요.", "Read the results and finish it."),
        { Kind: VerdictKind.Ship } => new(
            HealthLevel.Look, "이긴 안이 있어요", "A variant won", "결과를 보고 결정해요.", "Read the results and decide."),
        { Kind: VerdictKind.NoDifference } => new(
            HealthLevel.Look, "차이가 없어요", "No difference", "결과를 보고 결정해요.", "Read the results and decide."),
        _ when DaysOf(experiment, now) > experiment.PlannedDays => new(
            HealthLevel.Look, "계획한 기간이 지났어요", "Past its planned length", "결과를 보고 끝내요.", "Read the results and finish it."),
        { Kind: VerdictKind.NoData } when DaysOf(experiment, now) > 1 => new(
            HealthLevel.Look, "아직 아무도 안 봤어요", "Nobody has seen it", "대상과 자리가 맞는지 봐요.", "Check the audience and the placement."),
        null => new(
            HealthLevel.Quiet, "결과를 아직 안 읽었어요", "Results not read yet", "결과를 열어 봐요.", "Open the results."),
        _ => new(HealthLevel.Good, "정상", "Well", "계획한 기간까지 기다려요.", "Wait for the planned length."),
    };

    private static ExperimentHealth OfInvalid(Verdict verdict) =>
        verdict.Checks.Any(check => check is { Name: VerdictCheckName.SampleRatio, State: CheckState.Failed })
            ? new(HealthLevel.Act, "나눈 비율이 어긋났어요", "The split is off",
                "사람이 어디서 빠지는지 찾고, 새 실험으로 다시 시작해요.", "Find out where people are lost, then start a new experiment.")
            : new(HealthLevel.Act, "숫자를 믿을 수 없어요", "The figures cannot be believed",
                "결과의 점검을 보고, 새 실험으로 다시 시작해요.", "Read the checks of the results, then start a new experiment.");
}
