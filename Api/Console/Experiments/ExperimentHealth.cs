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
    /// <param name="now">The service's time.</param>
    public static ExperimentHealth Of(
        NoticeExperiment experiment, ExperimentChange lastChange, DateTimeOffset now) => experiment.Status switch
        {
            ExperimentStatus.Draft => OfDraft(experiment),
            ExperimentStatus.Running => OfRunning(experiment, now),
            ExperimentStatus.Paused when lastChange == ExperimentChange.PausedByGuardrail => new(
                HealthLevel.Act, "가드레일이 나빠졌어요", "A guardrail turned bad",
                "결과를 보고, 끝낼지 다시 시작할지 정해요.", "Read the results; finish it, or resume."),
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

    private static ExperimentHealth OfRunning(NoticeExperiment experiment, DateTimeOffset now) =>
        experiment.PlannedDays is { } planned && DaysOf(experiment, now) > planned
            ? new(HealthLevel.Look, "계획한 기간이 지났어요", "Past its planned length", "결과를 보고 끝내요.", "Read the results and finish it.")
            : new(HealthLevel.Good, "정상", "Well", "계획한 기간까지 기다려요.", "Wait for the planned length.");
}
