using System.Diagnostics;
using System.Globalization;
using Jobs.ImportBenchmark;
using Jobs.Persistence;
using Jobs.Persistence.Embedded;
using Npgsql;

// Two lines of the table of bench/import.sh: so many made-up rows into an empty database, then the same file again.
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
    await new DatabaseMigration(dataSource, JobsDb.CreateFactory(dataSource)).ApplyAsync();
    var server = ServerProcessors.Of(postgres.Folder);
    var file = Path.Combine(folder, "rows.csv");
    MadeUpPostings.Write(file, rows);

    var first = await ImportRun.MeasureAsync(file, dataSource, server);
    Print("new", first);
    var again = await ImportRun.MeasureAsync(file, dataSource, server);
    Print("again", again);
    if (first.Report.Imported == 0 || again.Report.Unchanged != first.Report.Imported)
        throw new InvalidOperationException("The second run changed something.");
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static void Print(string name, ImportRun run)
{
    var peak = Process.GetCurrentProcess().PeakWorkingSet64 / (1024 * 1024);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{run.Report.Read,10:N0}  {name,-5} {run.Report.Imported,9:N0} {run.Elapsed.TotalSeconds,8:N1} {run.RowsPerSecond,8:N0} "
        + $"{run.ClientMicrosecondsPerRow,8:N1} {run.ServerMicrosecondsPerRow,8:N1} "
        + $"{run.ClientMicrosecondsPerRow + run.ServerMicrosecondsPerRow,8:N1} {run.Cores,6:N2} {peak,12:N0}"));
}
