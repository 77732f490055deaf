using Npgsql;

namespace Jobs.Persistence.Tests.Import;

/// <summary>Everything an import wrote, without ids and times of writing, as one line a post in a fixed order.</summary>
internal static class ImportedRows
{
    private const string Query =
        """
        SELECT (to_jsonb(post) - ARRAY['id', 'employer_id', 'created_at', 'updated_at', 'version']
            || jsonb_build_object('employer', employer.display_name, 'origin_of_employer', employer.origin))::text
        FROM job_posts AS post JOIN employers AS employer ON employer.id = post.employer_id
        ORDER BY import_source, import_key
        """;

    public static async Task<List<string>> ReadAsync(NpgsqlDataSource dataSource)
    {
        await using var command = dataSource.CreateCommand(Query);
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var lines = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken)) lines.Add(rows.GetString(0));
        return lines;
    }

    public static async Task ClearAsync(NpgsqlDataSource dataSource)
    {
        await using var command = dataSource.CreateCommand("TRUNCATE job_posts, employers CASCADE");
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Ends every connection to the database but its own, as a crash of the server would.</summary>
    public static void KillConnections(string connectionString)
    {
        using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()
            """, connection);
        command.ExecuteNonQuery();
    }
}
