namespace Jobs.PerformanceBenchmark;

/// <summary>
/// The same operations on a data set and on one of ten times the rows, all four servers in turns: what the rows change is less
/// than what a machine changes from one hour to the next.
/// </summary>
internal sealed class TenfoldTurns(RunOptions options, Report report, Installation single, Installation tenfold)
{
    private const double LeastPart = 0.9;
    private readonly Turns few = single.Turns(options);
    private readonly Turns many = tenfold.Turns(options);

    public async Task RunAsync()
    {
        var before = await single.Operations.AllAsync(options);
        if (before.Count == 0) return;
        report.Add("| tenfold | compared, of which differ | requests/s: baseline | service | ratio | baseline, of the single set | service | wanted | µs of PostgreSQL: baseline, single · tenfold | service |");
        report.Add("|---|---|---:|---:|---:|---:|---:|---|---:|---:|");
        foreach (var (operation, same) in (await tenfold.Operations.AllAsync(options)).Zip(before))
        {
            var compared = await Comparison.RunAsync(same, single.Baseline, single.Service, single.Data)
                + await Comparison.RunAsync(operation, tenfold.Baseline, tenfold.Service, tenfold.Data);
            await few.WarmUpAsync(same);
            await many.WarmUpAsync(operation);
            await RunAsync(operation, same, compared);
        }
    }

    private async Task RunAsync(Operation operation, Operation same, int compared)
    {
        (Turns Turns, Server Server, Operation Operation, List<Figures> Taken)[] four =
        [
            (few, single.Baseline, same, []), (many, tenfold.Baseline, operation, []),
            (few, single.Service, same, []), (many, tenfold.Service, operation, []),
        ];
        for (var round = 0; round < options.Rounds; round++)
            foreach (var one in four.InTurn(round)) one.Taken.Add(await one.Turns.TakeAsync(one.Server, one.Operation));

        Figures Median(int number) => Figures.Median(four[number].Taken, statements: 0);
        double Part(int number, int of) => Figures.Median(
            four[number].Taken.Zip(four[of].Taken, (figures, whole) => figures.PerSecond / whole.PerSecond));
        var (hand, ours) = (Part(1, of: 0), Part(3, of: 2));
        var verdict = $"≥ {LeastPart:0.00}: {Report.Verdict(ours >= LeastPart)}";
        report.Add($"| {operation.Name} | {compared}, 0 | {Median(1).PerSecond:N0} | {Median(3).PerSecond:N0} | {Part(3, of: 1):0.00} | {hand:0.00} | {Report.RoundedDown(ours):0.00} | {verdict} | {Median(0).DatabaseMicroseconds:0} · {Median(1).DatabaseMicroseconds:0} | {Median(2).DatabaseMicroseconds:0} · {Median(3).DatabaseMicroseconds:0} |");
    }
}
