namespace Jobs.Schema;

/// <summary>A page of experiments, newest first.</summary>
public sealed class NoticeExperimentConnection(
    IReadOnlyList<NoticeExperimentEdge> edges, bool hasNextPage, bool hasPreviousPage)
    : Connection<NoticeExperimentEdge, NoticeExperiment>(edges, hasNextPage, hasPreviousPage);

/// <summary>One experiment of a page.</summary>
public sealed class NoticeExperimentEdge(string cursor, NoticeExperiment node) : Edge<NoticeExperiment>(node)
{
    public override string Cursor => cursor;
}
