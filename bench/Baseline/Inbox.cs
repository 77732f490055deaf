using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Jobs.Baseline;

/// <summary>Q3: ten posts of an area, how many applied to each, and the three newest applications, for their employer.</summary>
internal sealed class Inbox
{
    private const int RadiusMeters = 500;

    private readonly NpgsqlCommand statement;
    private readonly NpgsqlParameter<DateTime> now;
    private readonly Circle circle;
    private readonly NpgsqlParameter<long> viewer;

    // The index of an area's newest posts answers which ones; the rows of those few are read afterwards. Membership is asked for
    // each, or PostgreSQL reads all employers of the viewer.
    public Inbox(NpgsqlConnection connection)
    {
        statement = connection.Statement($"""
            SELECT post.id, post.title, employer.display_name, member.is_there IS NOT NULL,
                application.total, application.id, application.status, application.submitted_at, application.applicant_display_name
            FROM ({Circle.Page(2, "published_at", 10)}) AS page
            JOIN job_posts AS post ON post.id = page.id
            JOIN employers AS employer ON employer.id = post.employer_id
            LEFT JOIN LATERAL (SELECT true AS is_there FROM employer_members
                WHERE employer_id = post.employer_id AND user_id = $12 LIMIT 1) AS member ON true
            LEFT JOIN LATERAL (
                SELECT id, status, submitted_at, applicant_display_name, count(*) FILTER (WHERE status <> 'WITHDRAWN') OVER () AS total
                FROM applications WHERE job_post_id = post.id ORDER BY submitted_at DESC, id DESC LIMIT 3) AS application ON true
            ORDER BY post.published_at DESC, post.id DESC, application.submitted_at DESC, application.id DESC
            """);
        now = statement.Add<DateTime>(NpgsqlDbType.TimestampTz);
        circle = new(statement);
        viewer = statement.Add<long>(NpgsqlDbType.Bigint);
    }

    public Task PrepareAsync() => statement.PrepareAsync();

    public async Task WriteAsync(Utf8JsonWriter json, Variables variables, long userId)
    {
        circle.Set(Places.Around(variables.Id, RadiusMeters));
        (now.TypedValue, viewer.TypedValue) = (DateTime.UtcNow, userId);
        await using var rows = await statement.ExecuteReaderAsync();
        json.WriteStartObject();
        json.WriteStartObject(Names.Data);
        json.WriteStartObject(Names.JobPosts);
        json.WriteStartArray(Names.Nodes);
        var (post, isMember) = (0L, false);
        while (await rows.ReadAsync())
        {
            if (rows.GetInt64(0) != post)
            {
                if (post != 0) End(json, isMember);
                (post, isMember) = (rows.GetInt64(0), rows.GetBoolean(3));
                Begin(json, rows, isMember);
            }
            if (isMember && !rows.IsDBNull(5)) Write(json, rows);
        }
        if (post != 0) End(json, isMember);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Begin(Utf8JsonWriter json, NpgsqlDataReader row, bool isMember)
    {
        json.WriteStartObject();
        json.WriteId(Names.Id, "JobPost:"u8, row.GetInt64(0));
        json.WriteString(Names.Title, row.GetString(1));
        json.WriteStartObject(Names.Stats);
        json.WriteNumber(Names.ApplicationCount, row.IsDBNull(4) ? 0 : row.GetInt64(4));
        json.WriteEndObject();
        json.WriteStartObject(Names.Employer);
        json.WriteString(Names.DisplayName, row.GetString(2));
        json.WriteEndObject();
        if (!isMember)
        {
            json.WriteNull(Names.Applications);
            return;
        }
        json.WriteStartObject(Names.Applications);
        json.WriteStartArray(Names.Nodes);
    }

    private static void Write(Utf8JsonWriter json, NpgsqlDataReader row)
    {
        json.WriteStartObject();
        json.WriteId(Names.Id, "Application:"u8, row.GetInt64(5));
        json.WriteString(Names.Status, row.GetString(6));
        json.WriteInstant(Names.SubmittedAt, row.GetDateTime(7));
        json.WriteStartObject(Names.Applicant);
        json.WriteString(Names.DisplayName, row.GetString(8));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void End(Utf8JsonWriter json, bool isMember)
    {
        if (isMember)
        {
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
