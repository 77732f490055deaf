using System.Globalization;

namespace Jobs.Persistence;

/// <summary>Pages of applications for those who wrote them and those who got them, each one SQL statement.</summary>
public sealed class ApplicationInbox(RoundTrips roundTrips)
{
    private const int LimitMax = 101;

    public async Task<IReadOnlyList<Application>> PageAsync(
        ApplicationInboxQuery query, CancellationToken cancellationToken = default)
    {
        var sql = Matching(query);
        AddAfter(sql, query);
        var select = new ApplicationSelect(query.Parts);
        var text = new SqlText().Add($"SELECT {select.Columns} FROM applications AS application WHERE {sql} {Ordered(query)}").End();
        return await ReadAsync(query, sql, text, select, query.Limit, cancellationToken);
    }

    /// <summary>A page of each of several posts, the posts in no particular order.</summary>
    /// <param name="jobPostIds">Which posts.</param>
    /// <param name="query">What every page is of, apart from the post.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<ILookup<long, Application>> PagesAsync(
        IReadOnlyCollection<long> jobPostIds, ApplicationInboxQuery query, CancellationToken cancellationToken = default)
    {
        var sql = new SqlConditions();
        var posts = sql.Parameter(jobPostIds.ToArray());
        sql.Add("application.job_post_id = post.id");
        AddFilters(sql, query);
        AddAfter(sql, query);
        var select = new ApplicationSelect(query.Parts);
        // The rows of each post come in their order: a nested loop is the only plan there is for a page that depends on the post.
        var text = new SqlText().Add($"""
            SELECT application.* FROM unnest({posts}) AS post(id) CROSS JOIN LATERAL (
                SELECT {select.Columns} FROM applications AS application WHERE {sql} {Ordered(query)}) AS application
            """).End();
        var found = await ReadAsync(query, sql, text, select, query.Limit * jobPostIds.Count, cancellationToken);
        return found.ToLookup(application => application.JobPostId);
    }

    /// <summary>Counts under the same filter, wherever the page is.</summary>
    public async Task<ApplicationCounts> CountAsync(ApplicationInboxQuery query, CancellationToken cancellationToken = default)
    {
        var sql = Matching(query);
        var counts = await roundTrips.ReadAsync(sql, $"""
            SELECT count(*)::int, (count(*) FILTER (WHERE application.status = 'SUBMITTED'))::int
            FROM applications AS application WHERE {sql}
            """, row => new ApplicationCounts(row.Int32(), row.Int32()), rowsExpected: 1, isShort: false, cancellationToken);
        return counts.Single();
    }

    // A word is looked for in all that match otherwise.
    private Task<List<Application>> ReadAsync(
        ApplicationInboxQuery query, SqlConditions sql, string text, ApplicationSelect select, int rowsExpected,
        CancellationToken cancellationToken) =>
        roundTrips.ReadAsync(
            sql, text, row => select.Read(ref row), rowsExpected, isShort: query.Keyword is null, cancellationToken);

    private static SqlConditions Matching(ApplicationInboxQuery query)
    {
        if ((query.EmployerId ?? query.JobPostId ?? query.ApplicantId) is null)
            throw new ArgumentException("Applications are an employer's, a post's or an applicant's.", nameof(query));
        var sql = new SqlConditions();
        if (query.EmployerId is { } employerId) sql.Add($"application.employer_id = {sql.Parameter(employerId)}");
        if (query.JobPostId is { } postId) sql.Add($"application.job_post_id = {sql.Parameter(postId)}");
        if (query.ApplicantId is { } applicantId) sql.Add($"application.applicant_id = {sql.Parameter(applicantId)}");
        AddFilters(sql, query);
        return sql;
    }

    private static void AddFilters(SqlConditions sql, ApplicationInboxQuery query)
    {
        if (query.Statuses.Count > 0)
            sql.Add($"application.status = ANY ({sql.Parameter(query.Statuses.Select(status => EnumText.Of(status)).ToArray())})");
        if (query.JobPostIds.Count > 0) sql.Add($"application.job_post_id = ANY ({sql.Parameter(query.JobPostIds.ToArray())})");
        if (query.SubmittedSince is { } since) sql.Add($"application.submitted_at >= {sql.Parameter(since.UtcDateTime)}");
        foreach (var word in SearchText.Words(query.Keyword))
        {
            var pattern = sql.Parameter(LikePattern.Containing(word));
            sql.Add($"(application.applicant_display_name ILIKE {pattern} OR application.message ILIKE {pattern})");
        }
    }

    // Row comparisons, so that an index continues where the page before it ended.
    private static void AddAfter(SqlConditions sql, ApplicationInboxQuery query)
    {
        if (query.After is not { } after) return;
        var sign = query.Sort == ApplicationSort.Oldest ? '>' : '<';
        var isAfter = "(application.submitted_at, application.id) "
            + $"{sign} ({sql.Parameter(after.SubmittedAt.UtcDateTime)}, {sql.Parameter(after.Id)})";
        sql.Add(query.Sort != ApplicationSort.UnreadFirst ? isAfter
            : after.IsUnread ? $"(application.status <> 'SUBMITTED' OR {isAfter})"
            : $"application.status <> 'SUBMITTED' AND {isAfter}");
    }

    // The limit is a literal, because PostgreSQL plans an unknown one as a tenth of the table.
    private static string Ordered(ApplicationInboxQuery query)
    {
        var limit = Math.Clamp(query.Limit, 1, LimitMax).ToString(CultureInfo.InvariantCulture);
        return $"ORDER BY {ApplicationOrder.Of(query.Sort)} LIMIT {limit}";
    }
}
