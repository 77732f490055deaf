using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Jobs.Baseline;

/// <summary>Q2: the newest open posts, twenty of them, with their employers and both areas.</summary>
internal sealed class NewestPosts
{
    private const int PageSize = 20;

    private readonly NpgsqlCommand statement;
    private readonly NpgsqlParameter<DateTime> now;
    private readonly NpgsqlParameter<DateTime> afterKey;
    private readonly NpgsqlParameter<long> afterId;

    // The limit is a literal: of an unknown one PostgreSQL makes a generic plan that joins whole tables.
    public NewestPosts(NpgsqlConnection connection)
    {
        statement = connection.Statement($"""
            SELECT post.id, post.title, post.wage_type, post.wage_amount, post.published_at, post.neighborhood_id,
                employer.id, employer.display_name, employer.kind, employer.neighborhood_id
            FROM (SELECT id, title, wage_type, wage_amount, published_at, neighborhood_id, employer_id FROM job_posts
                WHERE status = 'OPEN' AND (expires_at IS NULL OR expires_at > $1) AND (published_at, id) < ($2, $3)
                ORDER BY published_at DESC, id DESC LIMIT {PageSize + 1}) AS post
            JOIN employers AS employer ON employer.id = post.employer_id
            ORDER BY post.published_at DESC, post.id DESC
            """);
        now = statement.Add<DateTime>(NpgsqlDbType.TimestampTz);
        afterKey = statement.Add<DateTime>(NpgsqlDbType.TimestampTz);
        afterId = statement.Add<long>(NpgsqlDbType.Bigint);
    }

    public Task PrepareAsync() => statement.PrepareAsync();

    public async Task WriteAsync(Utf8JsonWriter json, Variables variables)
    {
        var at = DateTime.UtcNow;
        var asOf = variables.After == Position.First ? at.Ticks : Math.Min(variables.After.AsOfTicks, at.Ticks);
        (now.TypedValue, afterKey.TypedValue, afterId.TypedValue) = (at, variables.After.Key, variables.After.Id);
        await using var rows = await statement.ExecuteReaderAsync();
        json.WriteStartObject();
        json.WriteStartObject(Names.Data);
        json.WriteStartObject(Names.JobPosts);
        json.WriteStartArray(Names.Edges);
        var (count, last) = (0, default(Position));
        while (await rows.ReadAsync() && ++count <= PageSize)
        {
            var publishedAt = rows.GetDateTime(4);
            last = Position.Of(publishedAt, rows.GetInt64(0), asOf);
            json.WriteStartObject();
            json.WriteCursor(Names.Cursor, Position.Newest, last);
            json.WriteStartObject(Names.Node);
            Write(json, rows, publishedAt);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WritePageInfo(Position.Newest, count > PageSize, count > 0 ? last : null);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, NpgsqlDataReader row, DateTime publishedAt)
    {
        json.WriteId(Names.Id, "JobPost:"u8, row.GetInt64(0));
        json.WriteString(Names.Title, row.GetString(1));
        json.WriteInstant(Names.PublishedAt, publishedAt);
        json.WriteStartObject(Names.Wage);
        json.WriteString(Names.Type, row.GetString(2));
        json.WriteNumber(Names.Amount, row.GetInt32(3));
        json.WriteEndObject();
        json.WriteStartObject(Names.Employer);
        json.WriteId(Names.Id, "Employer:"u8, row.GetInt64(6));
        json.WriteString(Names.DisplayName, row.GetString(7));
        json.WriteString(Names.Kind, row.GetString(8));
        json.WritePropertyName(Names.Neighborhood);
        if (row.IsDBNull(9)) json.WriteNullValue();
        else json.WriteRawValue(Places.Name(row.GetInt64(9)), skipInputValidation: true);
        json.WriteEndObject();
        json.WritePropertyName(Names.Neighborhood);
        json.WriteRawValue(Places.IdAndName(row.GetInt64(5)), skipInputValidation: true);
    }
}
