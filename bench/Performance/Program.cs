using System.Globalization;
using Jobs.PerformanceBenchmark;
using Jobs.Persistence.Embedded;

// The service against endpoints written by hand: bench/README.md. Called by bench/run.sh with both programs.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var (servicePath, baselinePath, results) = (args[0], args[1], args[2]);
var options = RunOptions.Read(args[3..]);
var folder = Directory.CreateTempSubdirectory("jobs-bench-").FullName;
Directory.CreateDirectory(results);
var report = new Report(Path.Combine(results, $"{DateTime.UtcNow:yyyy-MM-dd-HHmmss}.md"));
try
{
    await using var postgres = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions
    {
        DataFolder = options.Folder ?? Path.Combine(folder, "database"),
        IsDurable = false, // Waiting for a disk would flatter whoever computes more.
        IsTemporary = options.Folder is null,
        Settings = new Dictionary<string, string>
        {
            ["shared_buffers"] = "512MB",
            ["max_wal_size"] = "4GB",
            ["autovacuum"] = "off",
            ["shared_preload_libraries"] = "pg_stat_statements",
            ["pg_stat_statements.track"] = "none",
        },
    });
    await new Benchmark(options, report, folder, servicePath, baselinePath, postgres).RunAsync();
}
finally
{
    Directory.Delete(folder, recursive: true);
}
