using Jobs.GraphQL.Execution;

namespace Jobs.Schema;

/// <summary>Reads a page of applications for the connection fields of Employer, JobPost and Viewer.</summary>
public sealed class ApplicationPages(ApplicationsByQuery applications)
{
    private const byte FirstList = 0x40; // One list per sort, so that a cursor of one order does not fit another.

    /// <param name="whose">A query that says whose applications; the rest is filled in here.</param>
    /// <param name="first">Page size.</param>
    /// <param name="after">Cursor of the last node of the page before.</param>
    /// <param name="filter">What the client wants to see.</param>
    /// <param name="sort">In which order.</param>
    /// <param name="selection">Which of their fields.</param>
    /// <param name="known">What was read already, which may be the page.</param>
    public async Task<ApplicationConnection> ReadAsync(
        ApplicationInboxQuery whose, int? first, string? after, ApplicationFilter? filter, ApplicationSort sort,
        FieldSelection selection, KnownApplications? known = null)
    {
        var size = PageSize.Of(first);
        var (parts, asksForNext) = ApplicationSelection.OfConnection(selection);
        var query = whose with
        {
            Statuses = filter?.Statuses ?? [],
            // Equal queries are one statement, and lists are equal only if they are the same.
            JobPostIds = filter?.JobPostIds is { Count: > 0 } ids ? [.. ids.Select(id => GlobalId.Parse(id, NodeType.JobPost))] : [],
            SubmittedSince = filter?.SubmittedSince,
            // For employers only: an applicant has few applications, and no names to look for.
            Keyword = whose.ApplicantId is null ? Keyword.Check(filter?.Keyword, "filter.keyword") : null,
            Sort = sort,
            After = after is null ? null : Read(after, sort),
            Parts = parts,
            Limit = PageSize.Rows(size, asksForNext),
        };
        var rows = known?.Of(query) ?? await applications.LoadAsync(query) ?? [];
        var edges = new ApplicationEdge[Math.Min(size, rows.Count)];
        for (var i = 0; i < edges.Length; i++) edges[i] = new ApplicationEdge(rows[i], sort);
        return new ApplicationConnection(
            edges, hasNextPage: rows.Count > size, hasPreviousPage: after is not null, query);
    }

    /// <summary>The place of an application in an order.</summary>
    internal static string Write(Application application, ApplicationSort sort)
    {
        var cursor = ApplicationCursor.Of(application);
        return Cursor.Write(List(sort), cursor.IsUnread ? 1 : 0, cursor.SubmittedAt.UtcTicks, cursor.Id);
    }

    private static ApplicationCursor Read(string after, ApplicationSort sort) =>
        Cursor.Read(after, List(sort), 3) is [{ } unread and (0 or 1), { } ticks and >= 0, { } id]
            && ticks <= DateTime.MaxValue.Ticks
            ? new ApplicationCursor(unread == 1, new DateTimeOffset(ticks, TimeSpan.Zero), id)
            : throw Cursor.DoesNotFit();

    private static byte List(ApplicationSort sort) => (byte)(FirstList + (int)sort);
}
