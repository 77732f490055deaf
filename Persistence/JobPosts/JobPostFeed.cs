using System.Globalization;
using Npgsql;

namespace Jobs.Persistence;

/// <summary>The feed and the search: pages of open posts, each one SQL statement.</summary>
public sealed class JobPostFeed(RoundTrips roundTrips)
{
    private const int LimitMax = 101;

    public async Task<IReadOnlyList<JobPostFeedRow>> PageAsync(
        JobPostFeedQuery query, CancellationToken cancellationToken = default)
    {
        var (conditions, order, select) = Plan(query);
        var statement = Statement(query, conditions, order, select);
        return await roundTrips.ReadAsync(
            conditions.Sql, statement, Read, select.Applications is null ? null : TakeMore, query.Limit, isShort: query.IsShort,
            cancellationToken);

        JobPostFeedRow Read(RowReader row)
        {
            var found = select.Read(ref row);
            int? meters = Meters(conditions, select) is null ? null : row.Int32();
            select.Applications?.Read(ref row, found.JobPost);
            return new(found, meters, new(order.KeyOf(found.JobPost, meters), found.JobPost.Id, query.AsOf));
        }

        bool TakeMore(RowReader row, JobPostFeedRow last) => select.Applications!.TryReadMore(row, last.JobPost);
    }

    /// <summary>How many posts match in all, wherever the page is; one more than the ceiling means more than that.</summary>
    public async Task<int> CountAsync(JobPostFeedQuery query, int ceiling, CancellationToken cancellationToken = default)
    {
        var conditions = new JobPostFeedConditions(query);
        conditions.AddNeighborhoods();
        var counts = await roundTrips.ReadAsync(conditions.Sql, $"""
            SELECT count(*)::int FROM (SELECT FROM job_posts AS post WHERE {conditions.Sql}
            LIMIT {conditions.Sql.Parameter(ceiling + 1)}) AS found
            """, row => row.Int32(), rowsExpected: 1, isShort: false, cancellationToken);
        return counts.Single();
    }

    /// <summary>The statement of a page and its values, for those who want to see the plan.</summary>
    internal static NpgsqlCommand Command(NpgsqlDataSource dataSource, JobPostFeedQuery query)
    {
        var (conditions, order, select) = Plan(query);
        return conditions.Sql.Command(dataSource, Statement(query, conditions, order, select));
    }

    private static (JobPostFeedConditions Conditions, JobPostFeedOrder Order, JobPostSelect Select) Plan(JobPostFeedQuery query)
    {
        var conditions = new JobPostFeedConditions(query);
        var order = JobPostFeedOrder.Of(query.Sort, conditions.Meters);
        return (conditions, order, new(query.Parts | order.Parts, query.ViewerId, conditions.Sql, query.Applications));
    }

    // The limit is a literal, because PostgreSQL plans an unknown one as a tenth of the table; pages are small, so there are few
    // distinct texts.
    private static string Statement(
        JobPostFeedQuery query, JobPostFeedConditions conditions, JobPostFeedOrder order, JobPostSelect select)
    {
        if (query.After is { } after)
            conditions.Sql.Add($"({order.Key}, post.id) {(order.IsDescending ? '<' : '>')} "
                + $"({order.Parameter(conditions.Sql, after.Key)}, {conditions.Sql.Parameter(after.Id)})");
        var limit = Math.Clamp(query.Limit, 1, LimitMax).ToString(CultureInfo.InvariantCulture);
        var text = new SqlText().Add($"SELECT {select.Columns}");
        if (Meters(conditions, select) is { } meters) text.Add($", {meters}");
        if (select.Applications is not null) text.Add(FirstApplicationsSelect.Columns);
        text.Add(" FROM (");
        AddRows(text, query, conditions, order, select.Own, $"ORDER BY {order.OrderBy} LIMIT {limit}", limit);
        text.Add(") AS post");
        select.AddJoin(text);
        text.Add($" ORDER BY {order.OrderBy}");
        select.Applications?.AddOrder(text);
        return text.End();
    }

    private static string? Meters(JobPostFeedConditions conditions, JobPostSelect select) =>
        select.HasDistance ? conditions.Meters : null;

    // In the whole country the order's index finds the rows themselves. In an area many more match than a page has: first which
    // posts, from indexes that hold all it takes, then the rows of those few alone. What a LIMIT has is handed on as a whole, so
    // that naming the columns spares a third of the page; a mere join PostgreSQL does not even see.
    private static void AddRows(
        SqlText text, JobPostFeedQuery query, JobPostFeedConditions conditions, JobPostFeedOrder order, string columns, string page,
        string limit)
    {
        if (query.Area is not { } area)
        {
            text.Add($"SELECT {columns} FROM job_posts AS post WHERE {conditions.Sql} {page}");
            return;
        }
        text.Add("SELECT post.* FROM (");
        if (query.IsWalkOfAreas) AddWalks(text, area, conditions.Sql, order, page, limit);
        else
        {
            // Where the areas are a good part of the country the walk through its order is the shorter one (20 km around Seoul's
            // middle: 697 areas, 2,249 buffers against 90). A keyword is better served by its own index.
            conditions.AddNeighborhoods();
            text.Add($"SELECT post.id FROM job_posts AS post WHERE {conditions.Sql} {page}");
        }
        text.Add(") AS page JOIN job_posts AS post ON post.id = page.id");
    }

    // Several areas and an order that their index has: one short index walk in each, then a merge. "= ANY" with ORDER BY and
    // LIMIT would read every open post of the areas, or walk the whole country. The near areas come first: if they fill the
    // page, nothing that comes after its last post matters in the others. An area at the edge that has hardly a post in the
    // circle would be read to its end otherwise, however many posts that are.
    private static void AddWalks(
        SqlText text, FeedArea area, SqlConditions sql, JobPostFeedOrder order, string page, string limit)
    {
        text.Add("WITH near AS MATERIALIZED (");
        AddWalk(area.NearIds, isFar: false);
        text.Add($" {page}) SELECT post.id FROM (TABLE near UNION ALL ");
        AddWalk(area.FarIds, isFar: true);
        text.Add($") AS post {page}");

        void AddWalk(IReadOnlyList<long> areas, bool isFar)
        {
            text.Add($"SELECT post.* FROM unnest({sql.Parameter(areas.ToArray())}) AS area(id) CROSS JOIN LATERAL (");
            text.Add($"SELECT post.id, {order.Key} FROM job_posts AS post WHERE post.neighborhood_id = area.id AND {sql}");
            if (isFar)
                text.Add($" AND {order.Key} >= coalesce((SELECT min({order.Key}) FROM near AS post HAVING count(*) = {limit}), '-infinity')");
            text.Add($" {page}) AS post");
        }
    }
}
