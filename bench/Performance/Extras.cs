using System.Diagnostics;

namespace Jobs.PerformanceBenchmark;

/// <summary>What a run shows beside the operations: start-up, latency, many connections, deep pages and memory.</summary>
internal sealed class Extras(RunOptions options, Report report, Installation installation)
{
    private const int IdleSeconds = 30;
    private readonly Server baseline = installation.Baseline;
    private readonly Server service = installation.Service;
    private readonly Server[] both = [installation.Baseline, installation.Service];
    private readonly Operations operations = installation.Operations;
    private readonly Wrk wrk = installation.Wrk;

    public async Task RunAsync()
    {
        AddHead();
        if (options.Has("deep")) await DeepPagesAsync();
        if (options.Has("connections")) await ConnectionsAsync();
        if (options.Has("latency")) await LatencyAsync();
        await MemoryAfterLoadAsync();
        if (options.Has("start")) await StartAsync();
    }

    /// <summary>Whether deep pages cost what first pages cost, and nothing else.</summary>
    public async Task RunDeepPagesAsync()
    {
        AddHead();
        await DeepPagesAsync();
    }

    private void AddHead()
    {
        report.Add();
        report.Add("| | baseline | service | wanted of the service |");
        report.Add("|---|---:|---:|---|");
    }

    private async Task DeepPagesAsync()
    {
        var pages = await operations.PagesAsync();
        var loads = await InTurnsAsync([.. pages.Select(page => (page, Wrk.Connections))]);
        foreach (var (page, (hand, ours)) in pages.Zip(loads))
        {
            var wanted = page == pages[0] ? ""
                : $"what the first costs, but for a tenth: {Report.Verdict(ours.PerSecond >= 0.9 * loads[0].Service.PerSecond)}";
            report.Add($"| {page.Name}, requests/s | {hand.PerSecond:N0} | {ours.PerSecond:N0} | {wanted} |");
        }
    }

    private async Task ConnectionsAsync()
    {
        var operation = await operations.Q2Async();
        int[] counts = [Wrk.Connections, 64, 256, 1024];
        var loads = await InTurnsAsync([.. counts.Select(connections => (operation, connections))]);
        foreach (var (connections, (hand, ours)) in counts.Zip(loads))
        {
            var wanted = connections == Wrk.Connections ? ""
                : $"no less than at {Wrk.Connections}, but for a twentieth: {Report.Verdict(ours.PerSecond >= 0.95 * loads[0].Service.PerSecond)}";
            report.Add($"| Q2 at {connections} connections, requests/s; the most resident, MB | {hand.PerSecond:N0}; {hand.Peak:0} | {ours.PerSecond:N0}; {ours.Peak:0} | {wanted} |");
        }
    }

    /// <summary>Medians of all turns: each is at the machine's mercy. The answers are looked at before.</summary>
    private async Task<List<(Load Baseline, Load Service)>> InTurnsAsync(
        IReadOnlyList<(Operation Operation, int Connections)> loads)
    {
        foreach (var (operation, connections) in loads)
            foreach (var server in both)
                await wrk.RunAsync(server, operation, options.Seconds, connections, isChecked: true);
        var turns = loads.Select(_ => (Baseline: new List<Load>(), Service: new List<Load>())).ToList();
        for (var round = 0; round < options.Rounds; round++)
            foreach (var ((operation, connections), of) in loads.Zip(turns))
                foreach (var server in both.InTurn(round))
                    (server.IsBaseline ? of.Baseline : of.Service).Add(await LoadAsync(server, operation, connections));
        return turns.ConvertAll(of => (Median(of.Baseline), Median(of.Service)));

        static Load Median(List<Load> turns) => new(
            Figures.Median(turns.Select(turn => turn.PerSecond)), Figures.Median(turns.Select(turn => turn.Peak)));
    }

    private async Task<Load> LoadAsync(Server server, Operation operation, int connections)
    {
        server.ForgetPeak();
        var (perSecond, _) = await wrk.RunAsync(server, operation, options.Seconds, connections);
        return new(perSecond, server.Process.Memory().Peak);
    }

    /// <summary>In turns, and the median of them: one pause of 30 ms is the slowest hundredth of three seconds.</summary>
    private async Task LatencyAsync()
    {
        foreach (var operation in (Operation[])[await operations.Q2Async(), await operations.Q6Async()])
        {
            var most = (await InTurnsAsync([(operation, Wrk.Connections)]))[0];
            var turns = both.ToDictionary(server => server.Name, _ => new List<(double Median, double P99, int Count)>());
            for (var round = 0; round < options.Rounds; round++)
                foreach (var server in both.InTurn(round))
                    turns[server.Name].Add(await new OpenLoop(
                        server, operation, (server.IsBaseline ? most.Baseline : most.Service).PerSecond / 2)
                        .RunAsync(options.Seconds + 1));
            var times = both.Select(server => (
                Median: Median(turns[server.Name], turn => turn.Median), P99: Median(turns[server.Name], turn => turn.P99),
                Count: turns[server.Name].Sum(turn => turn.Count))).ToList();
            var cells = times.Select(time => $"{time.Median:0.0} and {time.P99:0.0} of {time.Count:N0}").ToList();
            var verdict = operation.Name == "Q6" ? $"p99 ≤ 3 × p50: {Report.Verdict(times[1].P99 <= 3 * times[1].Median)}" : "";
            report.Add($"| {operation.Name} at half of the most, p50 and p99 in ms | {cells[0]} | {cells[1]} | {verdict} |");
        }
    }

    private async Task MemoryAfterLoadAsync()
    {
        var (hand, ours) = (baseline.Process.Memory(), service.Process.Memory());
        report.Add($"| resident after all of this, MB; mapped files of it; the most | {hand.Now:0}; {hand.Files:0}; {baseline.MostResident:0} | {ours.Now:0}; {ours.Files:0}; {service.MostResident:0} | ≤ 150: {Report.Verdict(ours.Now <= 150)} |");
        await Task.Delay(TimeSpan.FromSeconds(IdleSeconds));
        report.Add($"| {IdleSeconds} seconds later | {baseline.Process.Memory().Now:0} | {service.Process.Memory().Now:0} | |");
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
        report.Add($"| start to the first Q2, s (median; best) | {Median(hand, start => start.Seconds):0.00}; {hand.Min(start => start.Seconds):0.00} | {median:0.00}; {best:0.00} | ≤ 1.0: {Report.Verdict(median <= 1)} |");
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

    /// <summary>Requests/s, and the most that was resident meanwhile, in MB.</summary>
    private sealed record Load(double PerSecond, double Peak);
}
