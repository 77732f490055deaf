using Npgsql;
using NpgsqlTypes;

namespace Jobs.Persistence.Import;

/// <summary>
/// Where a batch of posts lands by binary COPY before it meets the real tables: private to one connection and not logged.
/// </summary>
internal sealed class StagingTable(NpgsqlConnection connection)
{
    /// <summary>Columns of <c>job_posts</c> that an import fills; the others have one value for all.</summary>
    public const string Columns =
        "title, description, category_id, neighborhood_id, address, latitude, longitude, public_latitude, public_longitude, "
        + "wage_type, wage_amount, hourly_equivalent, paid_same_day, length, start_minute, end_minute, bands, is_urgent, "
        + "minimum_age, published_at, recommended_at, search_text, import_source, import_key, import_hash";

    // Nested loops over a materialised table of employers, which the planner took for six rows, made it forty times slower.
    private const string Create =
        $"""
        CREATE TEMP TABLE staged_posts AS SELECT {Columns}, ''::text AS employer_name FROM job_posts WITH NO DATA;
        -- A batch is small and the tables may be new, unknown to the planner and soon big: every look-up has to use its index.
        SET enable_hashjoin = off; SET enable_mergejoin = off; SET enable_material = off;
        SET enable_bitmapscan = off; SET enable_seqscan = off; SET jit = off;
        -- The trigram index sorts its new entries in larger lots; what is left over, the next autovacuum takes in.
        SET gin_pending_list_limit = '16MB';
        """;

    private const string Copy = $"COPY staged_posts ({Columns}, employer_name) FROM STDIN (FORMAT BINARY)";

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Create, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Replaces whatever the last batch left.</summary>
    public async Task FillAsync(IReadOnlyList<ImportedPost> posts, CancellationToken cancellationToken)
    {
        await using (var truncate = new NpgsqlCommand("TRUNCATE staged_posts", connection))
            await truncate.ExecuteNonQueryAsync(cancellationToken);
        await using var importer = await connection.BeginBinaryImportAsync(Copy, cancellationToken);
        // Not asynchronous, value by value: 26 awaits a row cost more than everything else that is done for it here.
        foreach (var post in posts) Write(importer, post.Post, post.EmployerName);
        await importer.CompleteAsync(cancellationToken);
    }

    private static void Write(NpgsqlBinaryImporter row, JobPost post, string employerName)
    {
        row.StartRow();
        row.Write(post.Title, NpgsqlDbType.Text);
        row.Write(post.Description, NpgsqlDbType.Text);
        row.Write(post.CategoryId, NpgsqlDbType.Integer);
        row.Write(post.NeighborhoodId, NpgsqlDbType.Bigint);
        row.Write(post.Address, NpgsqlDbType.Text);
        row.Write(post.Latitude, NpgsqlDbType.Double);
        row.Write(post.Longitude, NpgsqlDbType.Double);
        row.Write(post.PublicLatitude, NpgsqlDbType.Double);
        row.Write(post.PublicLongitude, NpgsqlDbType.Double);
        row.Write(EnumText.Of(post.WageType), NpgsqlDbType.Text);
        row.Write(post.WageAmount, NpgsqlDbType.Integer);
        row.Write(post.HourlyEquivalent, NpgsqlDbType.Integer);
        row.Write(post.PaidSameDay, NpgsqlDbType.Boolean);
        row.Write(EnumText.Of(post.Length), NpgsqlDbType.Text);
        row.Write(post.StartMinute, NpgsqlDbType.Integer);
        row.Write(post.EndMinute, NpgsqlDbType.Integer);
        row.Write((int)post.Bands, NpgsqlDbType.Integer);
        row.Write(post.IsUrgent, NpgsqlDbType.Boolean);
        row.Write(post.MinimumAge, NpgsqlDbType.Integer);
        row.Write(post.PublishedAt, NpgsqlDbType.TimestampTz);
        row.Write(post.RecommendedAt, NpgsqlDbType.TimestampTz);
        row.Write(post.SearchText, NpgsqlDbType.Text);
        row.Write(post.ImportSource, NpgsqlDbType.Text);
        row.Write(post.ImportKey, NpgsqlDbType.Text);
        row.Write(post.ImportHash, NpgsqlDbType.Text);
        row.Write(employerName, NpgsqlDbType.Text);
    }
}
