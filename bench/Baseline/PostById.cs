using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Jobs.Baseline;

/// <summary>Q1: one post with its employer and its area.</summary>
internal sealed class PostById
{
    private readonly NpgsqlCommand statement;
    private readonly NpgsqlParameter<long> id;

    public PostById(NpgsqlConnection connection)
    {
        statement = connection.Statement("""
            SELECT post.id, post.title, post.wage_type, post.wage_amount, post.neighborhood_id, employer.id, employer.display_name
            FROM job_posts AS post JOIN employers AS employer ON employer.id = post.employer_id
            WHERE post.id = $1 AND post.status NOT IN ('DRAFT', 'UNDER_REVIEW', 'REMOVED')
            """);
        id = statement.Add<long>(NpgsqlDbType.Bigint);
    }

    public Task PrepareAsync() => statement.PrepareAsync();

    public async Task WriteAsync(Utf8JsonWriter json, Variables variables)
    {
        id.TypedValue = variables.Id;
        await using var row = await statement.ExecuteReaderAsync();
        if (await row.ReadAsync()) Write(json, row);
        else json.WriteRawValue("""{"data":{"jobPost":null}}"""u8, skipInputValidation: true);
    }

    private static void Write(Utf8JsonWriter json, NpgsqlDataReader row)
    {
        json.WriteStartObject();
        json.WriteStartObject(Names.Data);
        json.WriteStartObject(Names.JobPost);
        json.WriteId(Names.Id, "JobPost:"u8, row.GetInt64(0));
        json.WriteString(Names.Title, row.GetString(1));
        json.WriteStartObject(Names.Wage);
        json.WriteString(Names.Type, row.GetString(2));
        json.WriteNumber(Names.Amount, row.GetInt32(3));
        json.WriteEndObject();
        json.WriteStartObject(Names.Employer);
        json.WriteId(Names.Id, "Employer:"u8, row.GetInt64(5));
        json.WriteString(Names.DisplayName, row.GetString(6));
        json.WriteEndObject();
        json.WritePropertyName(Names.Neighborhood);
        json.WriteRawValue(Places.IdAndName(row.GetInt64(4)), skipInputValidation: true);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
