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
        """;

    private const string Copy = $"COPY staged_posts ({Columns}, employer_name) FROM STDIN (FORMAT BINARY)";

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Create, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Replaces whatever the last batch left.</summary>
    public async Task FillAsync(IReadOnlyList<ImportedPost> posts, CancellationToken cancellationToken)
    {
        await using (var truncate = new NpgsqlCommand("TRUNCATE staged_posts", connection))
            await truncate.ExecuteNonQueryAsync(cancellationToken);
        await using var importer = await connection.BeginBinaryImportAsync(Copy, cancellationToken);
        foreach (var post in posts) await WriteAsync(importer, post.Post, post.EmployerName, cancellationToken);
        await importer.CompleteAsync(cancellationToken);
    }

    private static async Task WriteAsync(
        NpgsqlBinaryImporter row, JobPost post, string employerName, CancellationToken cancellationToken)
    {
        await row.StartRowAsync(cancellationToken);
        await row.WriteAsync(post.Title, NpgsqlDbType.Text, cancellationToken);
        await row.WriteAsync(post.Description, NpgsqlDbType.Text, cancellationToken);
        await row.WriteAsync(post.CategoryId, NpgsqlDbType.Integer, cancellationToken);
        await row.WriteAsync(post.NeighborhoodId, NpgsqlDbType.Bigint, cancellationToken);
        await row.WriteAsync(post.Address, NpgsqlDbType.Text, cancellationToken);
        await row.WriteAsync(post.Latitude, NpgsqlDbType.Double, cancellationToken);
        await row.WriteAsync(post.Longitude, NpgsqlDbType.Double, cancellationToken);
        await row.WriteAsync(post.PublicLatitude, NpgsqlDbType.Double, cancellationToken);
        await row.WriteAsync(post.PublicLongitude, NpgsqlDbType.Double, cancellationToken);
        await row.WriteAsync(EnumText.Of(post.WageType), NpgsqlDbType.Text, cancellationToken);
        await row.WriteAsync(post.WageAmount, NpgsqlDbType.Integer, cancellationToken);
        await row.WriteAsync(post.HourlyEquivalent, NpgsqlDbType.Integer, cancellationToken);
        await row.WriteAsync(post.PaidSameDay, NpgsqlDbType.Boolean, cancellationToken);
        await row.WriteAsync(EnumText.Of(post.Length), NpgsqlDbType.Text, cancellationToken);
        await row.WriteAsync(post.StartMinute, NpgsqlDbType.Integer, cancellationToken);
        await row.WriteAsync(post.EndMinute, NpgsqlDbType.Integer, cancellationToken);
        await row.WriteAsync((int)post.Bands, NpgsqlDbType.Integer, cancellationToken);
        await row.WriteAsync(post.IsUrgent, NpgsqlDbType.Boolean, cancellationToken);
        await row.WriteAsync(post.MinimumAge, NpgsqlDbType.Integer, cancellationToken);
        await row.WriteAsync(post.PublishedAt, NpgsqlDbType.TimestampTz, cancellationToken);
        await row.WriteAsync(post.RecommendedAt, NpgsqlDbType.TimestampTz, cancellationToken);
        await row.WriteAsync(post.SearchText, NpgsqlDbType.Text, cancellationToken);
        await row.WriteAsync(post.ImportSource, NpgsqlDbType.Text, cancellationToken);
        await row.WriteAsync(post.ImportKey, NpgsqlDbType.Text, cancellationToken);
        await row.WriteAsync(post.ImportHash, NpgsqlDbType.Text, cancellationToken);
        await row.WriteAsync(employerName, NpgsqlDbType.Text, cancellationToken);
    }
}
