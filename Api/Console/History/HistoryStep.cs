using Jobs.Api.WebConsole.Experiments;
using Jobs.Api.WebConsole.Flags;
using Jobs.Experiments;
using Jobs.Persistence;
using Jobs.Schema;

namespace Jobs.Api.WebConsole.History;

/// <summary>One step in the life of an experiment or of a flag, in the words of the page.</summary>
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

    private static string WhatOf(ExperimentChange change, NoticeExperiment experiment, RequestLanguage language)
    {
        var what = ExperimentWords.Of(change, language);
        return change == ExperimentChange.Finished && experiment.Decision is { } decision
            ? $"{what}: {ExperimentWords.Of(decision, language)}" : what;
    }

    private static string? AuthorOf(long? id, string? name) => id is null ? null : $"{name} (#{id})";
}
