using System.Globalization;
using System.Runtime.InteropServices;
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
using var interruption = new CancellationTokenSource();
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
try
{
    await new Benchmark(options, report, folder, programs).RunAsync(interruption.Token);
    return 0;
}
catch (Exception) when (interruption.IsCancellationRequested) // Whatever came of it: servers and load may have got the signal too.
{
    Console.Error.WriteLine("Interrupted; PostgreSQL and the servers are stopped.");
    return 130;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

void Interrupt(PosixSignalContext signal)
{
    signal.Cancel = true; // Not before PostgreSQL is stopped.
    interruption.Cancel();
}
