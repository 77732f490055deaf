using System.Globalization;

namespace Jobs.Testing;

/// <summary>Memory of a process that is resident, in MB, as Linux counts it.</summary>
/// <param name="Now">All of it.</param>
/// <param name="Files">What of it is mapped from files, which the system may take back at any time.</param>
/// <param name="Peak">The most that it was since its start, or since that was forgotten.</param>
public sealed record ResidentMemory(double Now, double Files, double Peak)
{
    internal static ResidentMemory Of(int process)
    {
        var status = File.ReadLines($"/proc/{process}/status").ToList();
        return new(Value("VmRSS:"), Value("RssFile:"), Value("VmHWM:"));

        double Value(string name) => double.Parse(
            status.First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..^"kB".Length],
            CultureInfo.InvariantCulture) / 1_024;
    }
}
