using Npgsql;

namespace Jobs.PerformanceBenchmark;

/// <summary>How many SQL statements a request makes; counted by PostgreSQL, outside of the timed turns.</summary>
internal sealed class Statements(NpgsqlDataSource dataSource)
{
    private const int Requests = 100;

    public async Task<double> CountAsync(Server server, Operation operation, int first)
    {
        await SwitchAsync("all");
        try
        {
            return await CountedAsync(server, operation, first) / Requests;
        }
        finally
        {
            await SwitchAsync("none");
        }
    }

    private async Task<double> CountedAsync(Server server, Operation operation, int first)
    {
        var requests = operation.Requests;
        await using (var reset = dataSource.CreateCommand("SELECT pg_stat_statements_reset()")) await reset.ExecuteNonQueryAsync();
        for (var number = 0; number < Requests; number++)
            await server.AnswerAsync(operation, requests[(first + number) % requests.Count]);
        await using var count = dataSource.CreateCommand("""
            SELECT coalesce(sum(calls), 0)::float8 FROM pg_stat_statements
            WHERE query !~* '^(BEGIN|COMMIT|DISCARD|SELECT pg_stat_statements_reset|ALTER SYSTEM|SELECT pg_reload)' AND toplevel
            """);
        return (double)(await count.ExecuteScalarAsync())!;
    }

    private async Task SwitchAsync(string tracked)
    {
        await using (var set = dataSource.CreateCommand($"ALTER SYSTEM SET pg_stat_statements.track = '{tracked}'"))
            await set.ExecuteNonQueryAsync();
        await using (var reload = dataSource.CreateCommand("SELECT pg_reload_conf()")) await reload.ExecuteNonQueryAsync();
        await Task.Delay(200); // Connections notice at their next statement, the server a moment later.
    }
}
