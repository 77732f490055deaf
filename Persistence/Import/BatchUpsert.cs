using Npgsql;

namespace Jobs.Persistence.Import;

/// <summary>Moves a staged batch into the posts, in one statement.</summary>
/// <remarks>
/// Of all rows that are the same post, the newest reading of the newest sighting stays, whatever order they come in. So a run
/// that is killed and repeated, two runs at once, and the same file twice all end in the rows of one clean run. The statement
/// takes rows in one order, so two imports wait for each other and never deadlock; the order of bytes, because PostgreSQL sorts
/// that fastest.
/// </remarks>
internal sealed class BatchUpsert(NpgsqlConnection connection)
{
    /// <summary>The order of rows that are the same post.</summary>
    public const string NewestFirst =
        """left(import_hash, 2) COLLATE "C" DESC, published_at DESC, import_hash COLLATE "C" DESC""";

    private static readonly string[] ContentNames = PostBatch.ContentColumns.Split(", ");

    private static readonly string Posts =
        $$"""
        WITH newest AS (
            SELECT DISTINCT ON (import_key COLLATE "C", import_source) staged.* FROM staged_posts AS staged
            ORDER BY import_key COLLATE "C", import_source,
                {{NewestFirst}}
        ), written AS (
            INSERT INTO job_posts AS post ({{PostBatch.Columns}})
            SELECT {{string.Join(", ", PostBatch.Columns.Split(", ").Select(name => $"newest.{name}"))}}
            FROM newest
            LEFT JOIN job_posts AS known ON (known.import_source, known.import_key) = (newest.import_source, newest.import_key)
            WHERE known.id IS NULL OR {{IsNewer("newest", "known")}}
            ORDER BY newest.import_key COLLATE "C", newest.import_source
            ON CONFLICT (import_source, import_key) DO UPDATE
            SET {{string.Join(", ", ContentNames.Select(name => $"{name} = excluded.{name}"))}}, version = post.version + 1
            WHERE {{IsNewer("excluded", "post")}}
            RETURNING (xmax = 0) AS is_new
        )
        SELECT count(*) FILTER (WHERE is_new), count(*) FILTER (WHERE NOT is_new) FROM written
        """;

    /// <returns>How many posts are new, and how many were replaced by a newer sighting.</returns>
    public async Task<(long Imported, long Updated)> RunAsync(CancellationToken cancellationToken)
    {
        // No timeout: while another import fills an empty board, the tables are its own until it is done.
        await using var command = new NpgsqlCommand(Posts, connection) { CommandTimeout = 0 };
        await using var counts = await command.ExecuteReaderAsync(cancellationToken);
        await counts.ReadAsync(cancellationToken);
        return (counts.GetInt64(0), counts.GetInt64(1));
    }

    // The first two characters of import_hash are the version of the reading; the whole of it only breaks a tie.
    private static string IsNewer(string row, string than) => $"({Rank(row)}) > ({Rank(than)})";

    private static string Rank(string row) =>
        $"left({row}.import_hash, 2) COLLATE \"C\", {row}.published_at, {row}.import_hash COLLATE \"C\"";
}
