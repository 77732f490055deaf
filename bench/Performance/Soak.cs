using System.Diagnostics;

namespace Jobs.PerformanceBenchmark;

/// <summary>Minutes of load on the service: all operations that leave no rows behind, in turns. Does its memory stay flat?</summary>
internal sealed class Soak(RunOptions options, Report report, Installation installation)
{
    private const double GrowthMax = 1.05;
    private readonly Server service = installation.Service;

    public async Task RunAsync()
    {
        var operations = (await installation.Operations.AllAsync(options)).Where(operation => !operation.Writes).ToList();
        report.Add("| minute | requests | resident at its end, MB | of it mapped files | the most in it |");
        report.Add("|---:|---:|---:|---:|---:|");
        var peaks = new List<double>();
        var turn = 0;
        for (var minute = 1; minute <= options.SoakMinutes; minute++)
        {
            var (requests, began) = (0L, Stopwatch.GetTimestamp());
            service.ForgetPeak();
            while (Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(1))
                requests += (await installation.Wrk.RunAsync(service, operations[turn++ % operations.Count], options.Seconds)).Requests;
            var memory = service.Process.Memory();
            peaks.Add(memory.Peak);
            report.Add($"| {minute} | {requests:N0} | {memory.Now:0} | {memory.Files:0} | {memory.Peak:0} |");
        }

        var half = peaks.Count / 2;
        var (before, after) = (peaks.Take(half).Max(), peaks.Skip(half).Max());
        report.Add();
        report.Add($"The most in the first half {before:0} MB, in the second {after:0}: {(after <= GrowthMax * before ? "flat" : "not flat")}, but for a twentieth.");
    }
}
