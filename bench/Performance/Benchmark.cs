namespace Jobs.PerformanceBenchmark;

/// <summary>One whole run.</summary>
internal sealed class Benchmark(RunOptions options, Report report, string folder, Programs programs)
{
    /// <exception cref="OperationCanceledException">It was interrupted; everything that it started is stopped.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var single = await StartAsync("single", options.Folder, options.Factor, cancellationToken);
        if (options.IsTenfold)
        {
            var kept = options.Folder is { } parent ? Path.Combine(parent, "tenfold") : null;
            await using var tenfold = await StartAsync("tenfold", kept, 10 * options.Factor, cancellationToken);
            AddHead(single.Data, tenfold.Data);
            await new TenfoldTurns(options, report, single, tenfold).RunAsync();
            if (options.Has("deep")) await new Extras(options, report, tenfold).RunDeepPagesAsync();
            return;
        }
        AddHead(single.Data);
        if (options.SoakMinutes > 0)
        {
            await new Soak(options, report, single).RunAsync();
            return;
        }
        var turns = single.Turns(options);
        report.AddOperationsHead();
        foreach (var operation in await single.Operations.AllAsync(options))
        {
            var compared = await Comparison.RunAsync(operation, single.Baseline, single.Service, single.Data);
            var (hand, ours, ratio) = await turns.RunAsync(operation);
            report.Add(operation, compared, hand, ours, ratio);
        }
        await new Extras(options, report, single).RunAsync();
    }

    private Task<Installation> StartAsync(string name, string? kept, double factor, CancellationToken cancellationToken) =>
        Installation.StartAsync(programs, Path.Combine(folder, name), kept, factor, cancellationToken);

    private void AddHead(params IEnumerable<DataSet> sets)
    {
        report.Add($"{DateTime.UtcNow:u}, {Environment.ProcessorCount} processors, load {File.ReadAllText("/proc/loadavg")[..14]}, {string.Join(" and ", sets.Select(data => $"{data.Posts:N0}"))} posts; {options.Rounds} × {options.Seconds} s after {options.WarmUpSeconds} s");
        report.Add();
    }
}
