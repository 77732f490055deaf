using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Jobs.Baseline;

/// <summary>Q6: the home of the mobile app: the viewer's areas, urgent posts nearby, and a page of the feed.</summary>
/// <remarks>No experiment runs and no such flag exists, which a program of this kind knows without asking.</remarks>
internal sealed class MobileFeed
{
    private const int NearRadiusMeters = 1_000;
    private const int PageSize = 20;
    private const int RadiusMetersDefault = 3_000;
    private const int PartColumn = 0;
    private const int KeyColumn = 17;
    private const int MetersColumn = 18;

    private readonly NpgsqlCommand statement;
    private readonly NpgsqlParameter<DateTime> now;
    private readonly NpgsqlParameter<long> viewer;
    private readonly Circle near;
    private readonly Circle around;
    private readonly NpgsqlParameter<DateTime> asOf;
    private readonly NpgsqlParameter<DateTime> afterKey;
    private readonly NpgsqlParameter<long> afterId;

    // Three parts in one statement: the viewer's areas, the posts nearby, the page. Each part's order is that of the answer.
    public MobileFeed(NpgsqlConnection connection)
    {
        statement = connection.Statement($"""
            (SELECT 0, neighborhood_id, NULL, NULL::boolean, NULL::timestamptz, NULL::bigint, NULL::int, NULL, NULL::int, NULL::int,
                NULL::boolean, NULL::int, NULL::int, NULL::int, NULL, NULL, NULL, NULL::timestamptz, NULL::int, NULL::boolean
            FROM user_neighborhoods WHERE user_id = $2 ORDER BY position)
            UNION ALL
            (SELECT 1, {Columns} FROM (
                SELECT post.*, {Circle.Meters(3)} AS meters FROM job_posts AS post
                WHERE post.status = 'OPEN' AND (post.expires_at IS NULL OR post.expires_at > $1) AND post.is_urgent
                    AND post.neighborhood_id = ANY ($3 || $4) AND {Circle.Holds(3)}
                ORDER BY meters, post.id LIMIT 5) AS post
            {Joins} ORDER BY post.meters, post.id)
            UNION ALL
            (SELECT 2, {Columns} FROM (
                SELECT post.*, {Circle.Meters(13)} AS meters FROM ({Circle.Page(13, "recommended_at", PageSize + 1,
                    "post.published_at <= $23 AND (post.recommended_at, post.id) < ($24, $25)")}) AS page
                JOIN job_posts AS post ON post.id = page.id) AS post
            {Joins} ORDER BY post.recommended_at DESC, post.id DESC)
            """);
        now = statement.Add<DateTime>(NpgsqlDbType.TimestampTz);
        viewer = statement.Add<long>(NpgsqlDbType.Bigint);
        (near, around) = (new(statement), new(statement));
        asOf = statement.Add<DateTime>(NpgsqlDbType.TimestampTz);
        afterKey = statement.Add<DateTime>(NpgsqlDbType.TimestampTz);
        afterId = statement.Add<long>(NpgsqlDbType.Bigint);
    }

    private static string Columns => """
        post.id, post.title, post.is_urgent, post.published_at, post.neighborhood_id, post.category_id, post.wage_type,
        post.wage_amount, post.hourly_equivalent, post.paid_same_day, post.days, post.start_minute, post.end_minute, post.length,
        employer.display_name, employer.verification_level, post.recommended_at, post.meters, saved.user_id IS NOT NULL
        """;

    private static string Joins => """
        JOIN employers AS employer ON employer.id = post.employer_id
        LEFT JOIN saved_job_posts AS saved ON saved.job_post_id = post.id AND saved.user_id = $2
        """;

    public Task PrepareAsync() => statement.PrepareAsync();

    public async Task WriteAsync(Utf8JsonWriter json, Variables variables, long userId)
    {
        var (at, after) = (DateTime.UtcNow, variables.After);
        var ticks = after == Position.First ? at.Ticks : Math.Min(after.AsOfTicks, at.Ticks);
        var radius = variables.RadiusMeters == 0 ? RadiusMetersDefault : variables.RadiusMeters;
        near.Set(Places.Around(variables.NearId, NearRadiusMeters));
        around.Set(Places.Around(variables.FilterId, radius));
        (now.TypedValue, viewer.TypedValue, asOf.TypedValue) = (at, userId, new DateTime(ticks, DateTimeKind.Utc));
        (afterKey.TypedValue, afterId.TypedValue) = (after.Key, after.Id);
        await using var rows = await statement.ExecuteReaderAsync();
        json.WriteStartObject();
        json.WriteStartObject(Names.Data);
        var isThere = await WriteViewerAsync(json, rows, await rows.ReadAsync());
        await WritePageAsync(json, rows, await WriteNearAsync(json, rows, isThere), ticks);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static async Task<bool> WriteViewerAsync(Utf8JsonWriter json, NpgsqlDataReader rows, bool isThere)
    {
        json.WriteStartObject(Names.Viewer);
        json.WriteStartArray(Names.Neighborhoods);
        for (; isThere && rows.GetInt32(PartColumn) == 0; isThere = await rows.ReadAsync())
            json.WriteRawValue(Places.IdAndName(rows.GetInt64(1)), skipInputValidation: true);
        json.WriteEndArray();
        json.WritePropertyName("notices"u8);
        json.WriteRawValue("[]"u8, skipInputValidation: true);
        json.WritePropertyName("featureFlags"u8);
        json.WriteRawValue(
            """[{"key":"feed_distance_chip","isEnabled":false,"variant":null},{"key":"apply_one_tap","isEnabled":false,"variant":null}]"""u8,
            skipInputValidation: true);
        json.WriteEndObject();
        return isThere;
    }

    private static async Task<bool> WriteNearAsync(Utf8JsonWriter json, NpgsqlDataReader rows, bool isThere)
    {
        json.WriteStartObject(Names.Near);
        json.WriteStartArray(Names.Nodes);
        for (; isThere && rows.GetInt32(PartColumn) == 1; isThere = await rows.ReadAsync())
        {
            json.WriteStartObject();
            FeedCard.Write(json, rows);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        return isThere;
    }

    private static async Task WritePageAsync(Utf8JsonWriter json, NpgsqlDataReader rows, bool isThere, long asOfTicks)
    {
        json.WriteStartObject(Names.JobPosts);
        json.WriteStartArray(Names.Edges);
        var (count, last) = (0, default(Position));
        for (; isThere && ++count <= PageSize; isThere = await rows.ReadAsync())
        {
            last = Position.Of(rows.GetDateTime(KeyColumn), rows.GetInt64(1), asOfTicks);
            json.WriteStartObject();
            json.WriteCursor(Names.Cursor, Position.Recommended, last);
            json.WriteNumber(Names.DistanceMeters, rows.GetInt32(MetersColumn));
            json.WriteStartObject(Names.Node);
            FeedCard.Write(json, rows);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WritePageInfo(Position.Recommended, count > PageSize, count > 0 ? last : null);
        json.WriteEndObject();
    }
}
