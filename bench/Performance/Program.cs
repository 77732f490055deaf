using System.Globalization;
using Jobs.PerformanceBenchmark;

// The service against endpoints written by hand: bench/README.md. Called by bench/run.sh with both programs.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var (programs, results) = (new Programs(args[0], args[1]), args[2]);
var options = RunOptions.Read(args[3..]);
var folder = Directory.CreateTempSubdirectory("jobs-bench-").FullName;
Directory.CreateDirectory(results);
var report = new Report(Path.Combine(results, $"{DateTime.UtcNow:yyyy-MM-dd-HHmmss}.md"));
try
{
    await new Benchmark(options, report, folder, programs).RunAsync();
}
finally
{
    Directory.Delete(folder, recursive: true);
}
