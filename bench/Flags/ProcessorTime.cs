using System.Diagnostics;
using System.Globalization;

namespace Jobs.FlagsBenchmark;

/// <summary>The same in processor time, which other programs on the machine lengthen less than the clock's.</summary>
internal static class ProcessorTime
{
    public static void Measure(int rounds)
    {
        var evaluation = new Evaluation();
        evaluation.Open();
        for (var round = 0; round < rounds; round++) evaluation.All();
        var (before, began) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.GetTimestamp());
        for (var round = 0; round < rounds; round++) evaluation.All();
        var spent = Process.GetCurrentProcess().TotalProcessorTime - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"20 flags for one viewer: {spent.TotalMicroseconds / rounds:0.0} µs of processor time, "
            + $"{Stopwatch.GetElapsedTime(began).TotalMicroseconds / rounds:0.0} µs by the clock"));
        evaluation.Close();
    }
}
