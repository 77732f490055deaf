using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Jobs.PerformanceBenchmark;

/// <summary>The rows of the benchmark, the same at every run: data/*.sql makes them.</summary>
internal sealed class DataSet(NpgsqlDataSource dataSource, double factor)
{
    private const int RoundsOfApplicants = 6;

    public int Posts { get; } = (int)(100_000 * factor);

    public int Employers { get; } = (int)(5_000 * factor);

    public int Applications { get; } = (int)(300_000 * factor);

    /// <summary>Who looks for work comes after the employers and whoever acts for all of them.</summary>
    public int FirstApplicant => Employers + 2;

    public int Applicants => Applications / RoundsOfApplicants;

    /// <summary>A person who acts for every employer.</summary>
    public int Agency => Employers + 1;

    private int Users => Employers + 1 + Applicants;

    /// <summary>Fills an empty database; one that is full already is used as it is.</summary>
    public async Task LoadAsync()
    {
        if (await CountAsync("job_posts") is var found and > 0)
        {
            if (found != Posts) throw new InvalidOperationException($"The database holds another data set, of {found:N0} posts.");
            await ForgetApplicationsAsync();
            return;
        }
        var began = Stopwatch.GetTimestamp();
        await using var connection = await dataSource.OpenConnectionAsync();
        await ExecuteAsync(connection, "SET synchronous_commit = off; SET maintenance_work_mem = '512MB'; SET work_mem = '128MB'");
        // Rows whose relations are right by their making need no look-up each; indexes are made once, from all rows.
        await ExecuteAsync(connection, "SET session_replication_role = replica");
        var indexes = await DropIndexesAsync(connection);
        foreach (var file in (string[])["people.sql", "posts.sql", "applications.sql"])
            await ExecuteAsync(connection, Filled(Resource.Read(file)));
        await ExecuteAsync(connection, string.Join(";\n", indexes));
        await ExecuteAsync(connection, "VACUUM (ANALYZE)");
        var (posts, people) = (await CountAsync("job_posts"), await CountAsync("users"));
        var (employers, applications) = (await CountAsync("employers"), await CountAsync("applications"));
        Console.WriteLine($"{posts:N0} posts, {employers:N0} employers, {applications:N0} applications and {people:N0} people in "
            + $"{Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");
    }

    /// <summary>Takes back what Q7 did, so that every turn finds the same rows.</summary>
    public async Task ForgetApplicationsAsync()
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        await ExecuteAsync(connection, $"DELETE FROM applications WHERE id > {Applications}");
        await ExecuteAsync(connection, "VACUUM applications; VACUUM application_events; VACUUM users; VACUUM job_posts");
    }

    /// <exception cref="InvalidOperationException">Requests were answered that left no row.</exception>
    public async Task CheckApplicationsAsync(long requests)
    {
        if (await CountAsync("applications") - Applications is var rows && rows < requests)
            throw new InvalidOperationException($"{requests:N0} requests left {rows:N0} applications.");
    }

    /// <summary>How many rows Q7 left behind, and the hash of what is in them but for ids and times.</summary>
    public async Task<string> WrittenAsync()
    {
        await using var command = dataSource.CreateCommand($"""
            SELECT count(*) || ' ' || coalesce(md5(string_agg(concat_ws('|', job_post_id, employer_id, applicant_id, status, message,
                read_at, decided_at, decision_note, version, applicant_display_name, applicant_age_band, applicant_introduction,
                applicant_phone_number, applicant_distance_meters, applicant_experiences,
                (SELECT string_agg(concat_ws('|', event.status, event.by_applicant, event.at = submitted_at), ';' ORDER BY id)
                    FROM application_events AS event WHERE application_id = application.id),
                (SELECT string_agg(concat_ws('|', position, question, answer), ';' ORDER BY position)
                    FROM application_answers WHERE application_id = application.id)), E'\n' ORDER BY id)), '')
            FROM applications AS application WHERE id > {Applications}
            """);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    public async Task<long> CountAsync(string table)
    {
        await using var command = dataSource.CreateCommand($"SELECT count(*) FROM {table}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private string Filled(string text) => text
        .Replace("$employers", Text(Employers), StringComparison.Ordinal)
        .Replace("$users", Text(Users), StringComparison.Ordinal)
        .Replace("$posts", Text(Posts), StringComparison.Ordinal)
        .Replace("$rounds", Text(RoundsOfApplicants), StringComparison.Ordinal)
        .Replace("$applicants", Text(Applicants), StringComparison.Ordinal)
        .Replace("$applications", Text(Applications), StringComparison.Ordinal);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task<List<string>> DropIndexesAsync(NpgsqlConnection connection)
    {
        var (drops, creates) = (new List<string>(), new List<string>());
        await using (var command = new NpgsqlCommand("""
            SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
            WHERE indrelid = ANY (ARRAY['job_posts', 'applications', 'application_events', 'saved_job_posts', 'users']::regclass[])
                AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
            """, connection))
        await using (var rows = await command.ExecuteReaderAsync())
            while (await rows.ReadAsync())
            {
                drops.Add($"DROP INDEX {rows.GetString(0)}");
                creates.Add(rows.GetString(1));
            }
        await ExecuteAsync(connection, string.Join(";\n", drops));
        return creates;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string text)
    {
        // One by one: VACUUM takes no company. The statements hold no semicolon of their own.
        foreach (var statement in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 3600 };
            await command.ExecuteNonQueryAsync();
        }
    }
}
