namespace Jobs.Schema;

/// <summary>A page of applications; the two counts share one statement, asked only when a client selects one.</summary>
public sealed class ApplicationConnection(
    IReadOnlyList<ApplicationEdge> edges, bool hasNextPage, bool hasPreviousPage, ApplicationInboxQuery query)
    : Connection<ApplicationEdge, Application>(edges, hasNextPage, hasPreviousPage)
{
    /// <summary>What is counted: all pages, however they are read.</summary>
    internal ApplicationInboxQuery Counted =>
        query with { After = null, Sort = default, Parts = ApplicationParts.Whole, Limit = 1 };
}

public sealed class ApplicationEdge(Application node, ApplicationSort sort) : Edge<Application>(node)
{
    // Written only where it is selected: inboxes show a few of each post's.
    public override string Cursor => ApplicationPages.Write(Node, sort);
}

/// <summary>Fields of <c>ApplicationConnection</c> that are more than a column.</summary>
public static class ApplicationConnectionResolvers
{
    public static async Task<int> TotalCount(ApplicationConnection connection, ApplicationCountsByQuery counts) =>
        (await counts.LoadRequiredAsync(connection.Counted)).Total;

    public static async Task<int> UnreadCount(ApplicationConnection connection, ApplicationCountsByQuery counts) =>
        (await counts.LoadRequiredAsync(connection.Counted)).Unread;
}
