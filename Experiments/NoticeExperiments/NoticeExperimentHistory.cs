namespace Jobs.Experiments;

/// <summary>One step in the life of an experiment, with what it changed.</summary>
public sealed record ExperimentHistoryEntry(
    NoticeExperimentRevision Revision, string? AuthorName, IReadOnlyList<ContentDifference> Differences);

/// <summary>The life of an experiment, newest step first.</summary>
public static class NoticeExperimentHistory
{
    public static async Task<IReadOnlyList<ExperimentHistoryEntry>> ReadHistoryAsync(
        this JobsDb db, long experimentId, CancellationToken cancellationToken)
    {
        var rows = await (
            from revision in db.NoticeExperimentRevisions.AsNoTracking()
            where revision.ExperimentId == experimentId
            join author in db.Users on revision.ChangedById equals author.Id into authors
            from author in authors.DefaultIfEmpty()
            orderby revision.Version
            select new { Revision = revision, Author = (string?)author.DisplayName }).ToListAsync(cancellationToken);
        var entries = new List<ExperimentHistoryEntry>(rows.Count);
        var before = "{}";
        foreach (var row in rows)
        {
            // Written again, because jsonb has an order of its own, and people read in that of the form.
            var content = NoticeExperimentContent.FromJson(row.Revision.Content).ToJson();
            var differences = row.Revision.Change == ExperimentChange.Created ? [] : NoticeExperimentDiff.Between(before, content);
            entries.Add(new(row.Revision, row.Author, differences));
            before = content;
        }
        entries.Reverse();
        return entries;
    }
}
