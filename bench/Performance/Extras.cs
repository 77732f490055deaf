using System.Diagnostics;

namespace Jobs.PerformanceBenchmark;

/// <summary>What a run shows beside the operations: start-up, latency, many connections, deep pages and memory.</summary>
internal sealed class Extras(
    RunOptions options, Report report, Servers servers, Server baseline, Server service, Operations operations, Wrk wrk)
{
    public async Task RunAsync()
    {
        report.Add();
        report.Add("| | baseline | service | wanted of the service |");
        report.Add("|---|---:|---:|---|");
        if (options.Has("deep")) await DeepPagesAsync();
        if (options.Has("connections")) await ConnectionsAsync();
        if (options.Has("latency")) await LatencyAsync();
        MemoryAfterLoad();
        if (options.Has("start")) await StartAsync();
    }

    private async Task DeepPagesAsync()
    {
        var (first, fiftieth) = await operations.PagesAsync();
        var of = new Dictionary<(string Server, string Page), double>();
        foreach (var server in (Server[])[baseline, service])
            foreach (var page in (Operation[])[first, fiftieth, first, fiftieth])
                of[(server.Name, page.Name)] = (await wrk.RunAsync(server, page, options.Seconds)).PerSecond;
        var ratio = of[("service", fiftieth.Name)] / of[("service", first.Name)];
        foreach (var page in (Operation[])[first, fiftieth])
            report.Add($"| {page.Name}, requests/s | {of[("baseline", page.Name)]:N0} | {of[("service", page.Name)]:N0} | {(page == fiftieth ? $"what the first costs: {Verdict(ratio >= 0.9)}" : "")} |");
    }

    private async Task ConnectionsAsync()
    {
        var operation = await operations.Q2Async();
        var least = 0.0;
        foreach (var connections in (int[])[32, 64, 256, 1024])
        {
            var hand = await wrk.RunAsync(baseline, operation, options.Seconds, connections);
            var ours = await wrk.RunAsync(service, operation, options.Seconds, connections);
            var wanted = connections == 32 ? "" : $"no less than at 32: {Verdict(ours.PerSecond >= 0.95 * least)}";
            if (connections == 32) least = ours.PerSecond;
            report.Add($"| Q2 at {connections} connections, requests/s | {hand.PerSecond:N0} | {ours.PerSecond:N0} | {wanted} |");
        }
    }

    private async Task LatencyAsync()
    {
        foreach (var operation in (Operation[])[await operations.Q2Async(), await operations.Q6Async()])
        {
            var cells = new List<string>();
            var isSteady = false;
            foreach (var server in (Server[])[baseline, service])
            {
                var most = (await wrk.RunAsync(server, operation, options.Seconds)).PerSecond;
                var (median, p99, count) = await new OpenLoop(server, operation, most / 2).RunAsync(options.Seconds + 1);
                cells.Add($"{median:0.0} and {p99:0.0} of {count:N0}");
                isSteady = p99 <= 3 * median;
            }
            report.Add($"| {operation.Name} at half of the most, p50 and p99 in ms | {cells[0]} | {cells[1]} | p99 ≤ 3 × p50: {Verdict(isSteady)} |");
        }
    }

    private void MemoryAfterLoad()
    {
        var (hand, ours) = (baseline.Process.Memory(), service.Process.Memory());
        report.Add($"| resident after all of this, MB; the most | {hand.Now:0}; {hand.Peak:0} | {ours.Now:0}; {ours.Peak:0} | ≤ 150: {Verdict(ours.Now <= 150)} |");
    }

    private async Task StartAsync()
    {
        var operation = await operations.Q2Async();
        var (hand, ours) = (new List<(double Seconds, double Idle)>(), new List<(double Seconds, double Idle)>());
        for (var round = 0; round < options.Rounds; round++)
        {
            hand.Add(await StartAsync(() => servers.StartBaselineAsync(isCounted: false), operation));
            ours.Add(await StartAsync(() => servers.StartServiceAsync(isCounted: false), operation));
        }
        var (best, median) = (ours.Min(start => start.Seconds), Median(ours, start => start.Seconds));
        report.Add($"| start to the first Q2, s (median; best) | {Median(hand, start => start.Seconds):0.00}; {hand.Min(start => start.Seconds):0.00} | {median:0.00}; {best:0.00} | ≤ 1.0: {Verdict(median <= 1)} |");
        report.Add($"| resident then, MB | {Median(hand, start => start.Idle):0} | {Median(ours, start => start.Idle):0} | |");
    }

    private static async Task<(double Seconds, double Idle)> StartAsync(Func<Task<Server>> start, Operation operation)
    {
        var began = Stopwatch.GetTimestamp();
        await using var server = await start();
        await server.AnswerAsync(operation, operation.Requests[0]);
        return (Stopwatch.GetElapsedTime(began).TotalSeconds, server.Process.Memory().Now);
    }

    private static double Median(List<(double Seconds, double Idle)> starts, Func<(double Seconds, double Idle), double> value) =>
        starts.Select(value).Order().ElementAt(starts.Count / 2);

    private static string Verdict(bool isMet) => isMet ? "met" : "not met";
}
