using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Jobs.TriageBenchmark;

// In this very process: generated projects would not see the settings of the solution, and take minutes to build.
var job = (args.Contains("--long") ? Job.MediumRun : Job.ShortRun).WithToolchain(InProcessEmitToolchain.Instance)
    .WithWarmupCount(10).WithIterationCount(15); // On a busy machine the compiler of hot methods takes its time.
var config = ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddColumn(StatisticColumn.P90, StatisticColumn.Min)
    .AddLogger(ConsoleLogger.Default)
    .WithOptions(ConfigOptions.DisableLogFile);

BenchmarkSwitcher.FromAssembly(typeof(RequestPath).Assembly).Run([.. args.Where(argument => argument != "--long")], config);
