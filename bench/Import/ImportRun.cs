using System.Diagnostics;
using Jobs.Persistence.Import;
using Npgsql;

namespace Jobs.ImportBenchmark;

/// <summary>One import and what it cost: seconds by the clock, and seconds of processors on both sides.</summary>
internal sealed record ImportRun(ImportFileReport Report, TimeSpan Elapsed, TimeSpan Client, TimeSpan? Server)
{
    public double RowsPerSecond => Report.Read / Elapsed.TotalSeconds;
    public double ClientMicrosecondsPerRow => Client.TotalMicroseconds / Report.Read;
    public double? ServerMicrosecondsPerRow => Server?.TotalMicroseconds / Report.Read;

    /// <summary>How many processors worked for the import on average: below 2 on two cores, others had the rest.</summary>
    public double Cores => (Client + (Server ?? TimeSpan.Zero)) / Elapsed;

    public static async Task<ImportRun> MeasureAsync(string file, NpgsqlDataSource dataSource, ServerProcessors? server)
    {
        var (start, client, serverBefore) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, server?.Used());
        var report = await JobPostImport.RunAsync([new ImportFile(file)], dataSource, TimeProvider.System);
        var elapsed = Stopwatch.GetElapsedTime(start);
        return new(report.Files[0], elapsed, Environment.CpuUsage.TotalTime - client, server?.Used() - serverBefore);
    }
}
