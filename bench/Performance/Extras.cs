using System.Diagnostics;

namespace Jobs.PerformanceBenchmark;

/// <summary>What a run shows beside the operations: start-up, latency, many connections, deep pages and memory.</summary>
internal sealed class Extras(RunOptions options, Report report, Installation installation)
{
    private readonly Server baseline = installation.Baseline;
    private readonly Server service = installation.Service;
    private readonly Operations operations = installation.Operations;
    private readonly Wrk wrk = installation.Wrk;

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
        var pages = await InTurnsAsync([(first, Wrk.Connections), (fiftieth, Wrk.Connections)]);
        var verdict = $"what the first costs, but for a tenth: {Verdict(pages[1].Service >= 0.9 * pages[0].Service)}";
        report.Add($"| {first.Name}, requests/s | {pages[0].Baseline:N0} | {pages[0].Service:N0} | |");
        report.Add($"| {fiftieth.Name}, requests/s | {pages[1].Baseline:N0} | {pages[1].Service:N0} | {verdict} |");
    }

    private async Task ConnectionsAsync()
    {
        var operation = await operations.Q2Async();
        int[] counts = [Wrk.Connections, 64, 256, 1024];
        var loads = await InTurnsAsync([.. counts.Select(connections => (operation, connections))]);
        foreach (var (connections, (hand, ours)) in counts.Zip(loads))
        {
            var wanted = connections == Wrk.Connections ? ""
                : $"no less than at {Wrk.Connections}, but for a twentieth: {Verdict(ours >= 0.95 * loads[0].Service)}";
            report.Add($"| Q2 at {connections} connections, requests/s | {hand:N0} | {ours:N0} | {wanted} |");
        }
    }

    /// <summary>Requests/s, the medians of all turns: each is at the machine's mercy.</summary>
    private async Task<List<(double Baseline, double Service)>> InTurnsAsync(
        IReadOnlyList<(Operation Operation, int Connections)> loads)
    {
        var turns = loads.Select(_ => (Baseline: new List<double>(), Service: new List<double>())).ToList();
        for (var round = 0; round < options.Rounds; round++)
            foreach (var ((operation, connections), of) in loads.Zip(turns))
            {
                of.Baseline.Add((await wrk.RunAsync(baseline, operation, options.Seconds, connections)).PerSecond);
                of.Service.Add((await wrk.RunAsync(service, operation, options.Seconds, connections)).PerSecond);
            }
        return turns.ConvertAll(of => (Median(of.Baseline, turn => turn), Median(of.Service, turn => turn)));
    }

    /// <summary>In turns, and the median of them: one pause of 30 ms is the slowest hundredth of three seconds.</summary>
    private async Task LatencyAsync()
    {
        Server[] both = [baseline, service];
        foreach (var operation in (Operation[])[await operations.Q2Async(), await operations.Q6Async()])
        {
            var most = new Dictionary<string, double>();
            foreach (var server in both) most[server.Name] = (await wrk.RunAsync(server, operation, options.Seconds)).PerSecond;
            var turns = both.ToDictionary(server => server.Name, _ => new List<(double Median, double P99, int Count)>());
            for (var round = 0; round < options.Rounds; round++)
                foreach (var server in both)
                    turns[server.Name].Add(
                        await new OpenLoop(server, operation, most[server.Name] / 2).RunAsync(options.Seconds + 1));
            var times = both.Select(server => (
                Median: Median(turns[server.Name], turn => turn.Median), P99: Median(turns[server.Name], turn => turn.P99),
                Count: turns[server.Name].Sum(turn => turn.Count))).ToList();
            var cells = times.Select(time => $"{time.Median:0.0} and {time.P99:0.0} of {time.Count:N0}").ToList();
            var verdict = operation.Name == "Q6" ? $"p99 ≤ 3 × p50: {Verdict(times[1].P99 <= 3 * times[1].Median)}" : "";
            report.Add($"| {operation.Name} at half of the most, p50 and p99 in ms | {cells[0]} | {cells[1]} | {verdict} |");
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
            hand.Add(await StartAsync(() => installation.Servers.StartBaselineAsync(isCounted: false), operation));
            ours.Add(await StartAsync(() => installation.Servers.StartServiceAsync(isCounted: false), operation));
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

    private static double Median<T>(List<T> turns, Func<T, double> value) => Figures.Median(turns.Select(value));

    private static string Verdict(bool isMet) => isMet ? "met" : "not met";
}
