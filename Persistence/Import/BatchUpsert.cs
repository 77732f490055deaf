using Npgsql;

namespace Jobs.Persistence.Import;

/// <summary>Moves a staged batch into employers and posts, each in one statement.</summary>
/// <remarks>
/// Of all rows that are the same post, the newest reading of the newest sighting stays, whatever order they come in. So a run
/// that is killed and repeated, two runs at once, and the same file twice all end in the rows of one clean run. Both statements
/// take rows in one order, so two imports wait for each other and never deadlock; the order of bytes, because PostgreSQL sorts
/// that fastest.
/// </remarks>
internal sealed class BatchUpsert(NpgsqlConnection connection, TimeProvider clock)
{
    // Committed on its own: an employer without posts does no harm, while a post that waits would hold up every other batch.
    private const string Employers =
        """
        INSERT INTO employers (display_name, kind, verification_level, created_at, origin)
        SELECT DISTINCT employer_name COLLATE "C", 'BUSINESS', 'NONE', $1::timestamptz, 'IMPORT' FROM staged_posts AS staged
        WHERE NOT EXISTS (SELECT 1 FROM employers WHERE origin = 'IMPORT' AND display_name = staged.employer_name)
        ORDER BY employer_name COLLATE "C"
        ON CONFLICT (display_name) WHERE origin = 'IMPORT' DO NOTHING
        """;

    private static readonly string[] ColumnNames = StagingTable.Columns.Split(", ");

    private static readonly string Posts =
        $$"""
        WITH newest AS (
            SELECT DISTINCT ON (import_key COLLATE "C", import_source) staged.* FROM staged_posts AS staged
            ORDER BY import_key COLLATE "C", import_source,
                left(import_hash, 2) COLLATE "C" DESC, published_at DESC, import_hash COLLATE "C" DESC
        ), written AS (
            INSERT INTO job_posts AS post (employer_id, {{StagingTable.Columns}},
                status, hide_exact_address, wage_negotiable, days, headcount, benefits, created_at, updated_at, version, origin)
            SELECT employer.id, {{Each(name => $"newest.{name}")}},
                'OPEN', false, false, 0, 1, '{}', $1, $1, 1, 'IMPORT'
            FROM newest
            JOIN employers AS employer ON employer.origin = 'IMPORT' AND employer.display_name = newest.employer_name
            LEFT JOIN job_posts AS known ON (known.import_source, known.import_key) = (newest.import_source, newest.import_key)
            WHERE known.id IS NULL OR {{IsNewer("newest", "known")}}
            ORDER BY newest.import_key COLLATE "C", newest.import_source
            ON CONFLICT (import_source, import_key) DO UPDATE
            SET employer_id = excluded.employer_id, {{Each(name => $"{name} = excluded.{name}")}},
                updated_at = excluded.updated_at, version = post.version + 1
            WHERE {{IsNewer("excluded", "post")}}
            RETURNING (xmax = 0) AS is_new
        )
        SELECT count(*) FILTER (WHERE is_new), count(*) FILTER (WHERE NOT is_new) FROM written
        """;

    /// <returns>How many posts are new, and how many were replaced by a newer sighting.</returns>
    public async Task<(long Imported, long Updated)> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using (var employers = Command(Employers, now))
            await employers.ExecuteNonQueryAsync(cancellationToken);
        await using var posts = Command(Posts, now);
        await using var counts = await posts.ExecuteReaderAsync(cancellationToken);
        await counts.ReadAsync(cancellationToken);
        return (counts.GetInt64(0), counts.GetInt64(1));
    }

    // No timeout: while another import fills an empty board, the tables are its own until it is done.
    private NpgsqlCommand Command(string sql, DateTimeOffset now) =>
        new(sql, connection) { CommandTimeout = 0, Parameters = { new() { Value = now } } };

    private static string Each(Func<string, string> columnToSql) => string.Join(", ", ColumnNames.Select(columnToSql));

    // The first two characters of import_hash are the version of the reading; the whole of it only breaks a tie.
    private static string IsNewer(string row, string than) => $"({Rank(row)}) > ({Rank(than)})";

    private static string Rank(string row) =>
        $"left({row}.import_hash, 2) COLLATE \"C\", {row}.published_at, {row}.import_hash COLLATE \"C\"";
}
