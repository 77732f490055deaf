using Jobs.GraphQL.Execution;

namespace Jobs.Schema;

/// <summary>What the selection beneath a page of posts needs.</summary>
/// <param name="Parts">Of each post.</param>
/// <param name="Inbox">The field with applications of the posts; null: there are none or several.</param>
/// <param name="InboxParts">Of each application.</param>
internal sealed record JobPostPageSelection(JobPostParts Parts, FieldSelection? Inbox, ApplicationParts InboxParts)
{
    public static JobPostPageSelection Of(FieldSelection connection) => connection.Conclude(static selection =>
    {
        var (parts, inbox) = (JobPostSelection.OfConnection(selection), InboxOf(selection));
        return new JobPostPageSelection(parts, inbox, inbox is null ? default : ApplicationSelection.OfConnection(inbox));
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
            && arguments.GetValueOrDefault("sort") is ApplicationSort sort ? new(sort, InboxParts, first + 1) : null;
    }

    private static FieldSelection? InboxOf(FieldSelection connection) =>
        (connection.Beneath("edges", "node", "applications"), connection.Beneath("nodes", "applications")) switch
        {
            ({ Count: 1 } inbox, { Count: 0 }) => inbox,
            ({ Count: 0 }, { Count: 1 } inbox) => inbox,
            _ => null,
        };
}
