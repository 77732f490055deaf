using Npgsql;
using NpgsqlTypes;

namespace Jobs.Baseline;

/// <summary>The nine parameters of a search around an area, in the order in which statements number them.</summary>
internal sealed class Circle(NpgsqlCommand statement)
{
    private readonly NpgsqlParameter<long[]> ids = statement.Add<long[]>(NpgsqlDbType.Array | NpgsqlDbType.Bigint);
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
    /// <param name="first">Number of the first of the nine parameters, which has the ids of the areas to look in.</param>
    public static string Holds(int first) => $"""
        (post.neighborhood_id = ANY (${first + 1}) OR (post.public_latitude BETWEEN ${first + 2} AND ${first + 3}
            AND post.public_longitude BETWEEN ${first + 6} AND ${first + 7} AND {Meters(first)} <= ${first + 8}))
        """;

    /// <summary>SQL of the distance of <c>post</c> in whole metres.</summary>
    public static string Meters(int first) => $"""
        floor(12742017.6 * asin(sqrt(least(1, sin(radians(post.public_latitude - ${first + 4}) / 2) ^ 2
            + cos(radians(${first + 4})) * cos(radians(post.public_latitude))
            * sin(radians(post.public_longitude - ${first + 5}) / 2) ^ 2))))::int
        """;

    public void Set(Area area)
    {
        (ids.TypedValue, insideIds.TypedValue) = (area.Ids, area.InsideIds);
        (south.TypedValue, north.TypedValue, west.TypedValue, east.TypedValue) = (area.South, area.North, area.West, area.East);
        (latitude.TypedValue, longitude.TypedValue) = (area.Latitude, area.Longitude);
        radiusMeters.TypedValue = area.RadiusMeters;
    }
}
