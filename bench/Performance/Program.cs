using System.Globalization;
using Jobs.PerformanceBenchmark;

// The service against endpoints written by hand: bench/README.md. Called by bench/run.sh, first to check what was asked for, then
// with both programs.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
RunOptions options;
try
{
    options = RunOptions.Read(args is ["check", .. var asked] ? asked : args[3..]);
}
catch (ArgumentException problem)
{
    Console.Error.WriteLine($"{problem.Message} bench/README.md lists the options.");
    return 2;
}
if (args[0] == "check") return 0;

var (programs, results) = (new Programs(args[0], args[1]), args[2]);
var folder = Directory.CreateTempSubdirectory("jobs-bench-").FullName;
Directory.CreateDirectory(results);
var report = new Report(Path.Combine(results, $"{DateTime.UtcNow:yyyy-MM-dd-HHmmss}.md"));
try
{
    await new Benchmark(options, report, folder, programs).RunAsync();
    return 0;
}
finally
{
    Directory.Delete(folder, recursive: true);
}
