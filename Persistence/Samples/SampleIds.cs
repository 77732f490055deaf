using Npgsql;

namespace Jobs.Persistence.Samples;

/// <summary>Ids for rows that refer to each other, taken from the tables' sequences before the rows are written.</summary>
internal sealed class SampleIds(NpgsqlConnection connection)
{
    /// <summary>Sample people who had signed in before; they keep the profile that they have.</summary>
    public HashSet<long> KnownPeople { get; } = [];

    public async Task<List<long>> NextAsync(string table, int count, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "SELECT nextval(pg_get_serial_sequence($1, 'id')) FROM generate_series(1, $2)", connection)
        {
            Parameters = { new() { Value = table }, new() { Value = count } },
        };
        return await ReadAsync(command, cancellationToken);
    }

    /// <returns>Ids of the people whose subjects are 1, 2, 3 and so on.</returns>
    public async Task<List<long>> PeopleAsync(string issuer, int count, CancellationToken cancellationToken)
    {
        var ids = await NextAsync("users", count, cancellationToken);
        var subjects = Enumerable.Range(1, count).Select(number => $"{number}").ToArray();
        await using var command = new NpgsqlCommand(
            "SELECT id, subject FROM users WHERE issuer = $1 AND subject = ANY ($2)", connection)
        {
            Parameters = { new() { Value = issuer }, new() { Value = subjects } },
        };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            var id = rows.GetInt64(0);
            ids[int.Parse(rows.GetString(1), System.Globalization.CultureInfo.InvariantCulture) - 1] = id;
            KnownPeople.Add(id);
        }
        return ids;
    }

    private static async Task<List<long>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var ids = new List<long>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken)) ids.Add(rows.GetInt64(0));
        return ids;
    }
}
