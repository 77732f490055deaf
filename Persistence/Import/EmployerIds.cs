using Npgsql;
using NpgsqlTypes;

namespace Jobs.Persistence.Import;

/// <summary>Ids of imported employers by name; those that are missing are added.</summary>
internal sealed class EmployerIds(NpgsqlConnection connection, TimeProvider clock)
{
    private const int RememberedMax = 100_000;

    private const string Add =
        """
        INSERT INTO employers (display_name, kind, verification_level, created_at, origin)
        SELECT name, 'BUSINESS', 'NONE', $2, 'IMPORT' FROM unnest($1) AS name
        ON CONFLICT (display_name) WHERE origin = 'IMPORT' DO NOTHING
        RETURNING display_name, id
        """;

    private const string Find =
        "SELECT display_name, id FROM employers WHERE origin = 'IMPORT' AND display_name = ANY ($1)";

    private readonly Dictionary<string, long> _ids = new(StringComparer.Ordinal);

    /// <returns>At least the ids of these posts' employers, until the next call.</returns>
    public async Task<IReadOnlyDictionary<string, long>> OfAsync(
        PostBatch batch, CancellationToken cancellationToken)
    {
        var unknown = UnknownOf(batch);
        if (_ids.Count + unknown.Length > RememberedMax)
        {
            _ids.Clear(); // Memory stays flat.
            unknown = UnknownOf(batch);
        }
        if (unknown.Length == 0) return _ids;
        var (names, at) = (Names(unknown), new NpgsqlParameter { Value = clock.GetUtcNow() });
        await RememberAsync(Add, [names, at], cancellationToken);
        // Others have been there before.
        var left = UnknownOf(batch);
        if (left.Length > 0) await RememberAsync(Find, [Names(left)], cancellationToken);
        return _ids;
    }

    // In one order, so that two imports wait for each other and never deadlock.
    private string[] UnknownOf(PostBatch batch) =>
        [.. batch.EmployerNames.Where(name => !_ids.ContainsKey(name)).Distinct().Order(StringComparer.Ordinal)];

    private static NpgsqlParameter Names(string[] names) =>
        new() { Value = names, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    private async Task RememberAsync(string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.Parameters.AddRange(parameters);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken)) _ids[rows.GetString(0)] = rows.GetInt64(1);
    }
}
