using Jobs.GraphQL.Execution;

namespace Jobs.Schema;

/// <summary>What the selection beneath a page of posts needs.</summary>
/// <param name="Parts">Of each post.</param>
/// <param name="AsksForNext">Whether there is a next page.</param>
/// <param name="Inbox">The field with applications of the posts; null: there are none or several.</param>
/// <param name="InboxParts">Of each application.</param>
/// <param name="InboxAsksForNext">Whether there is a next page of them.</param>
internal sealed record JobPostPageSelection(
    JobPostParts Parts, bool AsksForNext, FieldSelection? Inbox, ApplicationParts InboxParts, bool InboxAsksForNext)
{
    public static JobPostPageSelection Of(FieldSelection connection) => connection.Conclude(static selection =>
    {
        var inbox = InboxOf(selection);
        var (inboxParts, inboxAsksForNext) = inbox is null ? default : ApplicationSelection.OfConnection(inbox);
        return new JobPostPageSelection(
            JobPostSelection.OfConnection(selection), PageSize.AsksForNext(selection), inbox, inboxParts, inboxAsksForNext);
    });

    /// <summary>
    /// The applications that are read with the posts: a few without conditions. Descriptions are not worth sending again with each.
    /// </summary>
    /// <param name="connection">The selection beneath the page.</param>
    public FirstApplications? ApplicationsOf(FieldSelection connection)
    {
        if (Inbox is null || Parts.HasFlag(JobPostParts.Description) || connection.ArgumentsOf(Inbox) is not { } arguments)
            return null;
        if (arguments.GetValueOrDefault("after") is not null || arguments.GetValueOrDefault("filter") is not null) return null;
        return arguments.GetValueOrDefault("first") is int first and >= 1 and < FirstApplications.LimitMax
            && arguments.GetValueOrDefault("sort") is ApplicationSort sort
            ? new(sort, InboxParts, PageSize.Rows(first, InboxAsksForNext)) : null;
    }

    private static FieldSelection? InboxOf(FieldSelection connection) =>
        (connection.Beneath("edges", "node", "applications"), connection.Beneath("nodes", "applications")) switch
        {
            ({ Count: 1 } inbox, { Count: 0 }) => inbox,
            ({ Count: 0 }, { Count: 1 } inbox) => inbox,
            _ => null,
        };
}
