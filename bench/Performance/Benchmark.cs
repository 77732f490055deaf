using System.Diagnostics;
using System.Globalization;
using Jobs.Persistence.Embedded;
using Jobs.Testing;
using Npgsql;

namespace Jobs.PerformanceBenchmark;

/// <summary>One whole run.</summary>
internal sealed class Benchmark(
    RunOptions options, Report report, string folder, string servicePath, string baselinePath, EmbeddedPostgres postgres)
{
    private readonly Servers servers = new(servicePath, baselinePath, postgres.ConnectionString, folder);

    public async Task RunAsync()
    {
        await MigrateAsync();
        await using var dataSource = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using (var create = dataSource.CreateCommand("CREATE EXTENSION IF NOT EXISTS pg_stat_statements"))
            await create.ExecuteNonQueryAsync();
        var data = new DataSet(dataSource, options.Factor);
        await data.LoadAsync();

        Directory.CreateDirectory(servers.DocumentsFolder);
        foreach (var name in (string[])["Q2", "Q6"])
            await File.WriteAllTextAsync(Path.Combine(servers.DocumentsFolder, $"{name}.graphql"), Operations.Document(name));
        await using var service = await servers.StartServiceAsync();
        var introspection = Operations.Q5();
        await File.WriteAllBytesAsync(
            servers.IntrospectionFile, await service.AnswerAsync(introspection, introspection.Requests[0]));
        await using var baseline = await servers.StartBaselineAsync();
        report.Add($"{DateTime.UtcNow:u}, {Environment.ProcessorCount} processors, load {File.ReadAllText("/proc/loadavg")[..14]}, {data.Posts:N0} posts; {options.Rounds} × {options.Seconds} s after {options.WarmUpSeconds} s");
        report.Add();
        using var wrk = new Wrk();
        var turns = new Turns(
            options, baseline, service, new DatabaseProcesses(ServerId()), new Statements(dataSource), wrk, data);
        report.AddOperationsHead();
        var operations = new Operations(dataSource, data);
        foreach (var operation in await operations.AllAsync(options))
        {
            var compared = await Comparison.RunAsync(operation, baseline, service, data);
            var (hand, ours, ratio) = await turns.RunAsync(operation);
            report.Add(operation, compared, hand, ours, ratio);
        }
        await new Extras(options, report, servers, baseline, service, operations, wrk).RunAsync();
    }

    private int ServerId() => int.Parse(
        File.ReadLines(Path.Combine(postgres.Folder, "cluster", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private async Task MigrateAsync()
    {
        var start = RunningService.StartInfo(servicePath, "migrate");
        start.Environment["ConnectionStrings__Jobs"] = postgres.ConnectionString;
        start.Environment["JOBS_DATA"] = folder;
        using var migrate = Process.Start(start)!;
        await migrate.WaitForExitAsync();
        if (migrate.ExitCode != 0) throw new InvalidOperationException("The database could not be migrated.");
    }
}
