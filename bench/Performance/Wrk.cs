using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Jobs.PerformanceBenchmark;

/// <summary>Closed load by wrk: one thread, so many connections, the requests of a file in turn.</summary>
internal sealed partial class Wrk : IDisposable
{
    /// <summary>At once, unless something else is said.</summary>
    public const int Connections = 32;

    private static readonly string[] Failures = ["Non-2xx", "Socket errors", "Answers with errors"];

    private readonly CancellationToken cancellationToken;
    private readonly string folder = Directory.CreateTempSubdirectory("jobs-wrk-").FullName;

    /// <param name="cancellationToken">Nothing is loaded any more.</param>
    public Wrk(CancellationToken cancellationToken)
    {
        this.cancellationToken = cancellationToken;
        File.WriteAllText(Script, Resource.Read("requests.lua"));
    }

    private string Script => Path.Combine(folder, "requests.lua");

    /// <param name="server">Which of the two.</param>
    /// <param name="operation">What is sent.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="connections">How many of the requests at a time.</param>
    /// <param name="first">The number of the request to begin with.</param>
    /// <param name="isChecked">Whether an answer with GraphQL errors counts as a failure. The load takes more for it.</param>
    /// <exception cref="InvalidOperationException">An answer was no 2xx or had errors, or a connection broke.</exception>
    public async Task<WrkResult> RunAsync(
        Server server, Operation operation, int seconds, int connections = Connections, int first = 0, bool isChecked = false)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var requests = Path.Combine(folder, operation.Name);
        if (!File.Exists(requests))
            await File.WriteAllLinesAsync(requests, operation.Requests.Select(request => $"{request.Token}\t{request.Body}"));
        using var wrk = Process.Start(new ProcessStartInfo("wrk",
            ["-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "20s", "-s", Script, server.Address(operation)])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["BENCH_REQUESTS"] = requests, ["BENCH_FIRST"] = first.ToString(CultureInfo.InvariantCulture),
                ["BENCH_CHECKED"] = isChecked ? "1" : null,
            },
        })!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (wrk.ExitCode != 0 || Failures.Any(failure => output.Contains(failure, StringComparison.Ordinal)))
            throw new InvalidOperationException($"wrk over {operation.Name} of the {server.Name}:\n{output}");
        return new(Number(PerSecond().Match(output)), (long)Number(RequestCount().Match(output)));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static double Number(Match match) => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("([0-9]+) requests in")]
    private static partial Regex RequestCount();

    [GeneratedRegex("Requests/sec: +([0-9.]+)")]
    private static partial Regex PerSecond();
}

/// <summary>One run of wrk.</summary>
internal sealed record WrkResult(double PerSecond, long Requests);
