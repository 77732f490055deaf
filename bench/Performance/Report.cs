using System.Globalization;
using System.Text;

namespace Jobs.PerformanceBenchmark;

/// <summary>The tables of one run: on the console as they come, and in a file.</summary>
internal sealed class Report(string file)
{
    private readonly StringBuilder text = new();

    public void Add(string line = "")
    {
        Console.WriteLine(line);
        text.AppendLine(line);
        File.WriteAllText(file, text.ToString());
    }

    public void Add(FormattableString line) => Add(line.ToString(CultureInfo.InvariantCulture));

    public static string Verdict(bool isMet) => isMet ? "met" : "not met";

    /// <summary>Of a ratio, so that what is not met does not look as if it were.</summary>
    public static double RoundedDown(double ratio) => Math.Floor(ratio * 100) / 100;

    public void AddOperationsHead()
    {
        Add("| | compared, of which differ | requests/s: baseline | service | ratio | wanted | µs of server: baseline · service | µs of PostgreSQL | statements | bytes allocated |");
        Add("|---|---|---:|---:|---:|---|---:|---:|---:|---:|");
    }

    /// <param name="operation">What was measured.</param>
    /// <param name="compared">Answers that were the same.</param>
    /// <param name="baseline">By hand.</param>
    /// <param name="service">By GraphQL.</param>
    /// <param name="ratio">Of the requests/s, round by round.</param>
    public void Add(Operation operation, int compared, Figures baseline, Figures service, double ratio)
    {
        var verdict = operation.Target is { } target
            ? string.Create(CultureInfo.InvariantCulture, $"≥ {target:0.00}: {Verdict(ratio >= target)}") : "–";
        Add($"| {operation.Name} | {compared}, 0 | {baseline.PerSecond:N0} | {service.PerSecond:N0} | {RoundedDown(ratio):0.00} | {verdict} | {baseline.ServerMicroseconds:0} · {service.ServerMicroseconds:0} | {baseline.DatabaseMicroseconds:0} · {service.DatabaseMicroseconds:0} | {baseline.Statements:0.0} · {service.Statements:0.0} | {baseline.AllocatedBytes:N0} · {service.AllocatedBytes:N0} |");
    }
}
