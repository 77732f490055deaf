using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Jobs.EngineBenchmark;

// In this very process: generated projects would not see the settings of the solution, and take minutes to build.
var job = (args.Contains("--long") ? Job.MediumRun : Job.ShortRun).WithToolchain(InProcessEmitToolchain.Instance);
var config = ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddLogger(ConsoleLogger.Default)
    .WithOptions(ConfigOptions.DisableLogFile);

Console.WriteLine(Responses.Describe());
BenchmarkSwitcher.FromAssembly(typeof(Responses).Assembly).Run([.. args.Where(argument => argument != "--long")], config);
