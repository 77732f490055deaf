namespace Jobs.PerformanceBenchmark;

/// <summary>Warms both servers up and lets them take turns, so that what the machine does meanwhile touches both alike.</summary>
internal sealed class Turns(
    RunOptions options, Server baseline, Server service, DatabaseProcesses database, Statements statements, Wrk wrk, DataSet data)
{
    private readonly Server[] both = [baseline, service];

    /// <returns>Medians of each, and the median of how much of the baseline the service served in the same round.</returns>
    public async Task<(Figures Baseline, Figures Service, double Ratio)> RunAsync(Operation operation)
    {
        await WarmUpAsync(operation);
        var (hand, ours) = (new List<Figures>(), new List<Figures>());
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var server in both.InTurn(round))
                (server.IsBaseline ? hand : ours).Add(await TakeAsync(server, operation));
        }
        var of = (Baseline: Figures.Median(hand, await statements.CountAsync(baseline, operation, first: 0)),
            Service: Figures.Median(ours, await statements.CountAsync(service, operation, first: 200)),
            Ratio: Figures.Median(hand.Zip(ours, (baseline, service) => service.PerSecond / baseline.PerSecond)));
        if (operation.Writes) await data.ForgetApplicationsAsync();
        return of;
    }

    /// <summary>The answers are looked at here; in the turns that would take the processor from both servers.</summary>
    public async Task WarmUpAsync(Operation operation)
    {
        foreach (var server in both)
        {
            await wrk.RunAsync(server, operation, options.WarmUpSeconds, isChecked: true);
            if (operation.Writes) await data.ForgetApplicationsAsync();
        }
    }

    /// <summary>One turn; what it left behind is taken back.</summary>
    public async Task<Figures> TakeAsync(Server server, Operation operation)
    {
        var (processor, allocated, sql) = (server.Process.ProcessorTime, server.AllocatedBytes, database.ProcessorTime);
        var result = await wrk.RunAsync(server, operation, options.Seconds);
        var figures = new Figures(
            result.PerSecond, (server.Process.ProcessorTime - processor).TotalMicroseconds / result.Requests,
            (database.ProcessorTime - sql).TotalMicroseconds / result.Requests,
            (server.AllocatedBytes - allocated) / (double)result.Requests, 0);
        if (!operation.Writes) return figures;
        await data.CheckApplicationsAsync(result.Requests);
        await data.ForgetApplicationsAsync();
        return figures;
    }
}
