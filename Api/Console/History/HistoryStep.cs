using Jobs.Api.WebConsole.Errors;
using Jobs.Api.WebConsole.Experiments;
using Jobs.Api.WebConsole.Flags;
using Jobs.Experiments;
using Jobs.Persistence;
using Jobs.Schema;

namespace Jobs.Api.WebConsole.History;

/// <summary>One step in the life of an experiment or of a flag, or of what operators said of an error, as pages say it.</summary>
/// <param name="Version">The version that it made.</param>
/// <param name="What">What was done; empty where the differences say it.</param>
/// <param name="Author">Who; null: the service itself.</param>
/// <param name="At">When.</param>
/// <param name="Note">Why.</param>
/// <param name="Differences">What it changed.</param>
public sealed record HistoryStep(
    int Version, string What, string? Author, DateTimeOffset At, string? Note, IReadOnlyList<ShownDifference> Differences)
{
    public static HistoryStep Of(ExperimentHistoryEntry entry, NoticeExperiment experiment, RequestLanguage language) => new(
        entry.Revision.Version, WhatOf(entry.Revision.Change, experiment, language),
        AuthorOf(entry.Revision.ChangedById, entry.AuthorName), entry.Revision.ChangedAt, entry.Revision.Note,
        DifferenceWords.Of(entry.Differences, language));

    public static HistoryStep Of(FlagStep step, RequestLanguage language) => new(
        step.Revision.Version, "", AuthorOf(step.Revision.ChangedById, step.AuthorName), step.Revision.ChangedAt,
        step.Revision.Note, FlagWords.Of(step.Differences, language));

    public static HistoryStep Of(OverrideStep step, RequestLanguage language) => new(
        step.Said.Version, WhatOf(step.Said, language),
        AuthorOf(step.Said.ChangedById, step.AuthorName) ?? language.Say("없어진 계정", "an account that is gone"),
        step.Said.ChangedAt, step.Said.Note, []);

    private static string WhatOf(KnownErrorOverride said, RequestLanguage language)
    {
        if (said is not { Level: { } level, Until: { } until }) return language.Say("규칙이 다시 판정", "The rules decide again");
        var (name, end) = (ErrorWords.Of(level, language), ConsoleComponent.Moment(until));
        return language.Say($"{end}까지 ‘{name}’", $"“{name}” until {end}");
    }

    private static string WhatOf(ExperimentChange change, NoticeExperiment experiment, RequestLanguage language)
    {
        var what = ExperimentWords.Of(change, language);
        return change == ExperimentChange.Finished && experiment.Decision is { } decision
            ? $"{what}: {ExperimentWords.Of(decision, language)}" : what;
    }

    private static string? AuthorOf(long? id, string? name) => id is null ? null : $"{name} (#{id})";
}
