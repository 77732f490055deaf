using Jobs.Api.WebConsole.Experiments;
using Jobs.Api.WebConsole.Flags;
using Jobs.Experiments;
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
    public static HistoryStep Of(ExperimentHistoryEntry entry, RequestLanguage language) => new(
        entry.Revision.Version, ExperimentWords.Of(entry.Revision.Change, language),
        AuthorOf(entry.Revision.ChangedById, entry.AuthorName), entry.Revision.ChangedAt, entry.Revision.Note,
        DifferenceWords.Of(entry.Differences, language));

    public static HistoryStep Of(FlagStep step, RequestLanguage language) => new(
        step.Revision.Version, "", AuthorOf(step.Revision.ChangedById, step.AuthorName), step.Revision.ChangedAt,
        step.Revision.Note, FlagWords.Of(step.Differences, language));

    private static string? AuthorOf(long? id, string? name) => id is null ? null : $"{name} (#{id})";
}
