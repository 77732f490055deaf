using System.Diagnostics;
using System.Globalization;
using Jobs.Persistence.Embedded;
using Jobs.Testing;
using Npgsql;

namespace Jobs.PerformanceBenchmark;

/// <summary>A PostgreSQL with one of the data sets, both servers over it, and the load for them.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly EmbeddedPostgres postgres;
    private readonly NpgsqlDataSource dataSource;
    private Server? service;
    private Server? baseline;

    private Installation(EmbeddedPostgres postgres, Servers servers, double factor, CancellationToken cancellationToken)
    {
        (this.postgres, Servers, Wrk) = (postgres, servers, new Wrk(cancellationToken));
        dataSource = NpgsqlDataSource.Create(postgres.ConnectionString);
        Data = new DataSet(dataSource, factor);
        Operations = new Operations(dataSource, Data);
    }

    public DataSet Data { get; }

    public Operations Operations { get; }

    public Servers Servers { get; }

    public Wrk Wrk { get; }

    public Server Service => service!;

    public Server Baseline => baseline!;

    /// <param name="programs">Of the two servers.</param>
    /// <param name="folder">Of its own, for what they write.</param>
    /// <param name="kept">Where the database is, and stays; null: it goes with the run.</param>
    /// <param name="factor">Of the rows.</param>
    /// <param name="cancellationToken">Ends the load.</param>
    public static async Task<Installation> StartAsync(
        Programs programs, string folder, string? kept, double factor, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var postgres = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions
        {
            DataFolder = kept ?? Path.Combine(folder, "database"),
            IsDurable = false, // Waiting for a disk would flatter whoever computes more.
            IsTemporary = kept is null,
            Settings = new Dictionary<string, string>
            {
                ["shared_buffers"] = "512MB",
                ["max_wal_size"] = "4GB",
                ["autovacuum"] = "off",
                ["shared_preload_libraries"] = "pg_stat_statements",
                ["pg_stat_statements.track"] = "none",
            },
        }, cancellationToken);
        var installation = new Installation(postgres, new Servers(programs, postgres.ConnectionString, folder), factor, cancellationToken);
        try
        {
            await MigrateAsync(programs.Service, postgres.ConnectionString, folder);
            await installation.FillAsync();
            await installation.StartServersAsync();
            return installation;
        }
        catch
        {
            await installation.DisposeAsync();
            throw;
        }
    }

    public Turns Turns(RunOptions options)
    {
        var server = int.Parse(
            File.ReadLines(Path.Combine(postgres.Folder, "cluster", "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        return new(options, Baseline, Service, new DatabaseProcesses(server), new Statements(dataSource), Wrk, Data);
    }

    public async ValueTask DisposeAsync()
    {
        Wrk.Dispose();
        if (baseline is not null) await baseline.DisposeAsync();
        if (service is not null) await service.DisposeAsync();
        await dataSource.DisposeAsync();
        await postgres.DisposeAsync();
    }

    private static async Task MigrateAsync(string program, string connectionString, string folder)
    {
        var start = RunningService.StartInfo(program, "migrate");
        start.Environment["ConnectionStrings__Jobs"] = connectionString;
        start.Environment["JOBS_DATA"] = folder;
        using var migrate = Process.Start(start)!;
        await migrate.WaitForExitAsync();
        if (migrate.ExitCode != 0) throw new InvalidOperationException("The database could not be migrated.");
    }

    private async Task FillAsync()
    {
        await using (var create = dataSource.CreateCommand("CREATE EXTENSION IF NOT EXISTS pg_stat_statements"))
            await create.ExecuteNonQueryAsync();
        await Data.LoadAsync();
    }

    private async Task StartServersAsync()
    {
        Directory.CreateDirectory(Servers.DocumentsFolder);
        foreach (var name in (string[])["Q2", "Q6"])
            await File.WriteAllTextAsync(Path.Combine(Servers.DocumentsFolder, $"{name}.graphql"), Operations.Document(name));
        service = await Servers.StartServiceAsync();
        var introspection = Operations.Q5();
        await File.WriteAllBytesAsync(
            Servers.IntrospectionFile, await service.AnswerAsync(introspection, introspection.Requests[0]));
        baseline = await Servers.StartBaselineAsync();
    }
}
