using System.Diagnostics;
using System.Globalization;
using Jobs.ImportBenchmark;
using Jobs.Persistence;
using Jobs.Persistence.Embedded;
using Jobs.Persistence.Import;
using Npgsql;

// One line of the table of bench/import.sh: imports so many made-up rows into an empty database, then the same file again.
var rows = int.Parse(args[0], CultureInfo.InvariantCulture);
var folder = Directory.CreateTempSubdirectory("jobs-bench-").FullName;
try
{
    await using var postgres = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions
    {
        DataFolder = Path.Combine(folder, "postgres"),
        IsTemporary = true,
    });
    await using var dataSource = NpgsqlDataSource.Create(postgres.ConnectionString);
    await new DatabaseMigration(JobsDb.CreateFactory(dataSource)).ApplyAsync();
    var file = Path.Combine(folder, "rows.csv");
    MadeUpPostings.Write(file, rows);

    var first = await MeasureAsync(file, dataSource);
    var again = await MeasureAsync(file, dataSource);
    if (first.Report.Imported == 0 || again.Report.Unchanged != first.Report.Imported)
        throw new InvalidOperationException("The second run changed something.");

    var peak = Process.GetCurrentProcess().PeakWorkingSet64 / (1024 * 1024);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{rows,10:N0} {new FileInfo(file).Length / 1e6,8:N1} {first.Report.Imported,10:N0} "
        + $"{first.Report.Rejected.Values.Sum(),9:N0} "
        + $"{first.Seconds,8:N1} {rows / first.Seconds,10:N0} {rows / again.Seconds,14:N0} {peak,12:N0}"));
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static async Task<(ImportFileReport Report, double Seconds)> MeasureAsync(string file, NpgsqlDataSource dataSource)
{
    var start = Stopwatch.GetTimestamp();
    var report = await JobPostImport.RunAsync([new ImportFile(file)], dataSource, TimeProvider.System);
    return (report.Files[0], Stopwatch.GetElapsedTime(start).TotalSeconds);
}
