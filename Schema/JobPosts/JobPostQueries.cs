using Jobs.GraphQL.Execution;

namespace Jobs.Schema;

/// <summary>The feed, the search, and one post.</summary>
public static class JobPostQueries
{
    private static readonly JobPostFilter Everything =
        new(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    public static async Task<JobPost?> JobPost(
        string id, FieldSelection selection, VisibleJobPostById jobPosts, BoardEvents events)
    {
        var parts = JobPostSelection.Of(selection) | BoardEvents.PartsOfViewed;
        var post = await jobPosts.LoadAsync((GlobalId.Parse(id, NodeType.JobPost), parts));
        if (post is not null) events.JobPostViewed(post);
        return post;
    }

    public static async Task<JobPostConnection> JobPosts(
        int? first, string? after, JobPostFilter? filter, JobPostSort sort, FieldSelection selection, CurrentViewer viewer,
        JobPostFeed feed, JobPostRelations relations, BoardEvents events, TimeProvider time, CancellationToken cancellationToken)
    {
        var size = PageSize.Of(first);
        var selected = JobPostPageSelection.Of(selection);
        var query = (filter ?? Everything).ToQuery(sort, time.GetUtcNow(), viewer.UserId) with
        {
            Limit = PageSize.Rows(size, selected.AsksForNext),
            Parts = selected.Parts,
            Applications = selected.ApplicationsOf(selection),
            ViewerId = viewer.UserId,
        };
        if (sort == JobPostSort.Distance && query.Area is null)
            throw new GraphQLException("`sort: DISTANCE` needs `filter.area`.", ErrorCodes.BadUserInput);
        if (after is not null) query = JobPostFeedCursors.Continue(query, after);

        var rows = await feed.PageAsync(query, cancellationToken);
        foreach (var row in rows) relations.Prime(row.Found);
        events.FeedViewed(query, isFirstPage: after is null, Math.Min(rows.Count, size));
        var edges = new JobPostEdge[Math.Min(size, rows.Count)];
        for (var i = 0; i < edges.Length; i++) edges[i] = new FoundJobPostEdge(rows[i], sort);
        return new JobPostConnection(
            edges, hasNextPage: rows.Count > size, hasPreviousPage: after is not null,
            (ceiling, token) => feed.CountAsync(query, ceiling, token));
    }
}
