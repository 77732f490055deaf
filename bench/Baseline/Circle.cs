using Npgsql;
using NpgsqlTypes;

namespace Jobs.Baseline;

/// <summary>The ten parameters of a search around an area, in the order in which statements number them.</summary>
internal sealed class Circle(NpgsqlCommand statement)
{
    private readonly NpgsqlParameter<long[]> nearIds = statement.Add<long[]>(NpgsqlDbType.Array | NpgsqlDbType.Bigint);
    private readonly NpgsqlParameter<long[]> farIds = statement.Add<long[]>(NpgsqlDbType.Array | NpgsqlDbType.Bigint);
    private readonly NpgsqlParameter<long[]> insideIds = statement.Add<long[]>(NpgsqlDbType.Array | NpgsqlDbType.Bigint);
    private readonly NpgsqlParameter<double> south = statement.Add<double>(NpgsqlDbType.Double);
    private readonly NpgsqlParameter<double> north = statement.Add<double>(NpgsqlDbType.Double);
    private readonly NpgsqlParameter<double> latitude = statement.Add<double>(NpgsqlDbType.Double);
    private readonly NpgsqlParameter<double> longitude = statement.Add<double>(NpgsqlDbType.Double);
    private readonly NpgsqlParameter<double> west = statement.Add<double>(NpgsqlDbType.Double);
    private readonly NpgsqlParameter<double> east = statement.Add<double>(NpgsqlDbType.Double);
    private readonly NpgsqlParameter<int> radiusMeters = statement.Add<int>(NpgsqlDbType.Integer);

    /// <summary>
    /// SQL of whether <c>post</c> belongs: it lies in one of the areas inside, or in the box and the circle. The box comes first
    /// because its comparisons are cheaper than sines.
    /// </summary>
    /// <param name="first">Number of the first of the ten parameters. It has the areas to look in, and so does the second.</param>
    public static string Holds(int first) => $"""
        (post.neighborhood_id = ANY (${first + 2}) OR (post.public_latitude BETWEEN ${first + 3} AND ${first + 4}
            AND post.public_longitude BETWEEN ${first + 7} AND ${first + 8} AND {Meters(first)} <= ${first + 9}))
        """;

    /// <summary>
    /// SQL of the ids of a page of the open posts that belong. Each area is walked by itself in an order that its index has: the
    /// near ones first, because nothing that comes after the page they fill matters in the others.
    /// </summary>
    /// <param name="first">Number of the first of the ten parameters.</param>
    /// <param name="key">The column of the order, descending.</param>
    /// <param name="limit">Rows at most.</param>
    /// <param name="conditions">More of them, beside being open and in the circle.</param>
    public static string Page(int first, string key, int limit, string conditions = "true")
    {
        var inOrder = $"ORDER BY post.{key} DESC, post.id DESC LIMIT {limit}";
        return $"""
            WITH near AS MATERIALIZED ({Walk(first, "true")} {inOrder})
            SELECT post.id FROM (TABLE near UNION ALL {Walk(first + 1, $"""
                post.{key} >= coalesce((SELECT min({key}) FROM near HAVING count(*) = {limit}), '-infinity')
                """)}) AS post {inOrder}
            """;

        string Walk(int areas, string isInTime) => $"""
            SELECT post.* FROM unnest(${areas}) AS area(id) CROSS JOIN LATERAL (
                SELECT post.id, post.{key} FROM job_posts AS post
                WHERE post.neighborhood_id = area.id AND post.status = 'OPEN' AND (post.expires_at IS NULL OR post.expires_at > $1)
                    AND {Holds(first)} AND {conditions} AND {isInTime} {inOrder}) AS post
            """;
    }

    /// <summary>SQL of the distance of <c>post</c> in whole metres.</summary>
    public static string Meters(int first) => $"""
        floor(12742017.6 * asin(sqrt(least(1, sin(radians(post.public_latitude - ${first + 5}) / 2) ^ 2
            + cos(radians(${first + 5})) * cos(radians(post.public_latitude))
            * sin(radians(post.public_longitude - ${first + 6}) / 2) ^ 2))))::int
        """;

    public void Set(Area area)
    {
        (nearIds.TypedValue, farIds.TypedValue, insideIds.TypedValue) = (area.NearIds, area.FarIds, area.InsideIds);
        (south.TypedValue, north.TypedValue, west.TypedValue, east.TypedValue) = (area.South, area.North, area.West, area.East);
        (latitude.TypedValue, longitude.TypedValue) = (area.Latitude, area.Longitude);
        radiusMeters.TypedValue = area.RadiusMeters;
    }
}
