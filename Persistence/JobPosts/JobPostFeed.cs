using System.Globalization;
using Npgsql;

namespace Jobs.Persistence;

/// <summary>The feed and the search: pages of open posts, each one SQL statement.</summary>
/// <remarks>Plain SQL and Npgsql because it is the hottest read there is; EF answers 0.6 as many requests.</remarks>
public sealed class JobPostFeed(NpgsqlDataSource dataSource)
{
    private const int LimitMax = 101;
    private const int WalksMax = 150;

    public async Task<IReadOnlyList<JobPostFeedRow>> PageAsync(
        JobPostFeedQuery query, CancellationToken cancellationToken = default)
    {
        var conditions = new JobPostFeedConditions(query);
        var order = JobPostFeedOrder.Of(query.Sort, conditions.Meters);
        await using var command = conditions.Sql.Command(dataSource, Statement(query, conditions, order));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<JobPostFeedRow>(query.Limit);
        while (await reader.ReadAsync(cancellationToken))
        {
            var post = JobPostRow.Read(reader);
            var column = JobPostRow.ColumnCount;
            int? meters = query.Area is null ? null : reader.GetInt32(column++);
            var employer = query.WithEmployers ? EmployerRow.Read(reader, column) : null;
            var cursor = new JobPostFeedCursor(order.KeyOf(post, meters), post.Id, query.AsOf);
            rows.Add(new JobPostFeedRow(post, meters, employer, cursor));
        }
        return rows;
    }

    /// <summary>How many posts match in all, wherever the page is; one more than the ceiling means more than that.</summary>
    public async Task<int> CountAsync(JobPostFeedQuery query, int ceiling, CancellationToken cancellationToken = default)
    {
        var conditions = new JobPostFeedConditions(query);
        if (conditions.NeighborhoodIds is { } ids) conditions.Sql.Add($"post.neighborhood_id = ANY ({ids})");
        await using var command = conditions.Sql.Command(dataSource, $"""
            SELECT count(*)::int FROM (SELECT FROM job_posts AS post WHERE {conditions.Sql}
            LIMIT {conditions.Sql.Parameter(ceiling + 1)}) AS found
            """);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>The statement of a page and its values, for those who want to see the plan.</summary>
    internal NpgsqlCommand Command(JobPostFeedQuery query)
    {
        var conditions = new JobPostFeedConditions(query);
        var order = JobPostFeedOrder.Of(query.Sort, conditions.Meters);
        return conditions.Sql.Command(dataSource, Statement(query, conditions, order));
    }

    // First which posts, from the indexes, then the rows of those few alone. The limit is a literal, because PostgreSQL plans
    // an unknown one as a tenth of the table; pages are small, so there are few distinct texts.
    private static string Statement(JobPostFeedQuery query, JobPostFeedConditions conditions, JobPostFeedOrder order)
    {
        if (query.After is { } after)
            conditions.Sql.Add($"({order.Key}, post.id) {(order.IsDescending ? '<' : '>')} "
                + $"({order.Parameter(conditions.Sql, after.Key)}, {conditions.Sql.Parameter(after.Id)})");
        var limit = Math.Clamp(query.Limit, 1, LimitMax).ToString(CultureInfo.InvariantCulture);
        return $"""
            SELECT {(query.WithDescriptions ? JobPostRow.Columns : JobPostRow.ShortColumns)}{(conditions.Meters is { } meters ? $", {meters}" : "")}
            {(query.WithEmployers ? $", {EmployerRow.Columns}" : "")}
            FROM ({Ids(query, conditions, order, limit)}) AS page JOIN job_posts AS post ON post.id = page.id
            {(query.WithEmployers ? "JOIN employers AS employer ON employer.id = post.employer_id" : "")}
            ORDER BY {order.OrderBy}
            """;
    }

    // Several areas and an order that their index has: one short index walk in each, then a merge. "= ANY" with ORDER BY and
    // LIMIT would read every open post of the areas, or walk the whole country. Where the areas are a good part of the country
    // that walk is the shorter one (20 km around Seoul's middle: 697 areas, 2,249 buffers against 90). A keyword is better
    // served by its own index.
    private static string Ids(JobPostFeedQuery query, JobPostFeedConditions conditions, JobPostFeedOrder order, string limit)
    {
        var isWalk = query.Sort is JobPostSort.Newest or JobPostSort.Recommended && string.IsNullOrWhiteSpace(query.Keyword)
            && query.Area?.NeighborhoodIds.Count <= WalksMax;
        if (conditions.NeighborhoodIds is { } ids && isWalk)
            return $"""
                SELECT post.id FROM unnest({ids}) AS area(id) CROSS JOIN LATERAL (
                    SELECT post.id, {order.Key} FROM job_posts AS post
                    WHERE post.neighborhood_id = area.id AND {conditions.Sql}
                    ORDER BY {order.OrderBy} LIMIT {limit}) AS post
                ORDER BY {order.OrderBy} LIMIT {limit}
                """;
        if (conditions.NeighborhoodIds is { } all) conditions.Sql.Add($"post.neighborhood_id = ANY ({all})");
        return $"SELECT post.id FROM job_posts AS post WHERE {conditions.Sql} ORDER BY {order.OrderBy} LIMIT {limit}";
    }
}
