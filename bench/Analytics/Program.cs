using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Jobs.AnalyticsBenchmark;

switch (args)
{
    case ["receive", var port]:
        await CountingReceiver.RunAsync(int.Parse(port, CultureInfo.InvariantCulture));
        return;
    case ["load", var seconds]:
        await Load.RunAsync(int.Parse(seconds, CultureInfo.InvariantCulture), hasOutage: false);
        return;
    case ["soak", var seconds]:
        await Load.RunAsync(int.Parse(seconds, CultureInfo.InvariantCulture), hasOutage: true);
        return;
}

// In this very process: generated projects would not see the settings of the solution, and take minutes to build.
var config = ManualConfig.CreateEmpty()
    .AddJob(Job.ShortRun.WithWarmupCount(20).WithIterationCount(30).WithToolchain(InProcessEmitToolchain.Instance))
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddColumn(StatisticColumn.Min, StatisticColumn.P95)
    .AddLogger(ConsoleLogger.Default)
    .WithOptions(ConfigOptions.DisableLogFile);
BenchmarkSwitcher.FromAssembly(typeof(Recording).Assembly).Run(args, config);
