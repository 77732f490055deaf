using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Jobs.Api.Startup;
using Jobs.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Jobs.SentryBenchmark;

/// <summary>
/// Requests a second of two services that differ in one thing: one has no DSN, the other one of a Sentry that takes every
/// connection and never answers. They take turns, so that what the machine does meanwhile touches both alike, and they live in
/// one process: two processes of the very same program differ by 6 %, by how their hot methods happened to be compiled.
/// </summary>
internal static partial class Throughput
{
    private const int Rounds = 40;

    private static readonly (string Name, string Body)[] Operations =
    [
        ("{ __typename }", """{"query":"query Nothing { __typename }"}"""),
        ("a page of the feed", """{"query":"query Feed { jobPosts(first: 20) { edges { node { id title employer { displayName } } } } }"}"""),
    ];

    /// <param name="seconds">How long each turn is.</param>
    public static async Task MeasureAsync(int seconds)
    {
        var database = new TestDatabase();
        await database.InitializeAsync();
        var folder = Directory.CreateTempSubdirectory("jobs-sentry-").FullName;
        Environment.SetEnvironmentVariable("JOBS_DATA", folder);
        await using var receiver = await SentryReceiver.StartAsync();
        (receiver.KeepsEnvelopes, receiver.Answer) = (false, _ => SentryAnswer.Hang);
        try
        {
            await using (var filling = await StartAsync(database, Environments.Development)) await filling.StopAsync(); // Fills the empty database.
            await using var off = await StartAsync(database, Environments.Production);
            await using var hangs = await StartAsync(
                database, Environments.Production, $"--Sentry:Dsn={receiver.Dsn}", $"--Sentry:BufferFolder={folder}/sentry");
            Console.WriteLine($"{"",-32} {"off, req/s",11} {"hangs",9} {"ratio",20}   {"off, µs",8} {"hangs",8} {"ratio",20} of processor time");
            foreach (var (name, body) in Operations) await CompareAsync(name, body, off, hangs, seconds);
            await using (var away = database.DataSource.CreateCommand("ALTER TABLE job_posts RENAME TO job_posts_away"))
                await away.ExecuteNonQueryAsync();
            await CompareAsync("the same, all of them failing", Operations[1].Body, off, hangs, seconds);
            Console.WriteLine($"Sentry was asked over {receiver.Connections} connections, and answered nothing.");
        }
        finally
        {
            await database.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<WebApplication> StartAsync(TestDatabase database, string environment, params string[] settings)
    {
        var builder = JobsService.CreateBuilder(
        [
            "--urls", "http://127.0.0.1:0", "--environment", environment, $"--ConnectionStrings:Jobs={database.ConnectionString}",
            "--Logging:LogLevel:Default=Critical", .. settings,
        ]);
        var service = JobsService.Build(builder);
        await StartupSteps.RunAsync(service, CancellationToken.None);
        await service.StartAsync();
        return service;
    }

    private static async Task CompareAsync(string name, string body, WebApplication off, WebApplication hangs, int seconds)
    {
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, $"""
            wrk.method = "POST"
            wrk.headers["Content-Type"] = "application/json"
            wrk.body = [[{body}]]
            """);
        foreach (var service in new[] { off, hangs, off, hangs }) await RunAsync(service, script, seconds: 8);
        var (without, with) = (new List<Turn>(), new List<Turn>());
        for (var round = 0; round < Rounds; round++)
        {
            // The one that comes first changes.
            if (round % 2 == 0) without.Add(await RunAsync(off, script, seconds));
            with.Add(await RunAsync(hangs, script, seconds));
            if (round % 2 == 1) without.Add(await RunAsync(off, script, seconds));
        }

        File.Delete(script);
        var (a, b) = (Median(without.Select(turn => turn.PerSecond)), Median(with.Select(turn => turn.PerSecond)));
        var (c, d) = (Median(without.Select(turn => turn.ProcessorTime)), Median(with.Select(turn => turn.ProcessorTime)));
        var throughput = Ratio(without, with, turn => turn.PerSecond);
        var processor = Ratio(without, with, turn => turn.ProcessorTime);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name,-32} {a,11:N0} {b,9:N0} {throughput,20}   {c,8:0.0} {d,8:0.0} {processor,20}"));
    }

    /// <summary>The median over the rounds, whose two turns are neighbours, and where it lies with 95 % certainty.</summary>
    private static string Ratio(List<Turn> without, List<Turn> with, Func<Turn, double> value)
    {
        var ratios = without.Zip(with, (off, hangs) => value(hangs) / value(off)).Order().ToList();
        // How many of n tosses of a coin are heads lies within 1.96 standard deviations, sqrt(n) / 2 each.
        var reach = 1.96 * Math.Sqrt(Rounds) / 2;
        var (low, high) = (ratios[(int)Math.Floor((Rounds / 2d) - reach)], ratios[(int)Math.Ceiling((Rounds / 2d) + reach) - 1]);
        return string.Create(CultureInfo.InvariantCulture, $"{Median(ratios):0.000} ({low:0.000} to {high:0.000})");
    }

    private static async Task<Turn> RunAsync(WebApplication service, string script, int seconds)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        using var wrk = Process.Start(new ProcessStartInfo(
            "wrk", ["-t1", "-c32", $"-d{seconds}s", "-s", script, $"{service.Urls.Single()}/graphql"])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        process.Refresh();
        var requests = long.Parse(RequestCount().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
        return new(
            double.Parse(PerSecond().Match(output).Groups[1].Value, CultureInfo.InvariantCulture),
            (process.TotalProcessorTime - before).TotalMicroseconds / requests);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    [GeneratedRegex("([0-9]+) requests in")]
    private static partial Regex RequestCount();

    [GeneratedRegex("Requests/sec: +([0-9.]+)")]
    private static partial Regex PerSecond();

    /// <summary>One run of wrk.</summary>
    /// <param name="PerSecond">Requests a second.</param>
    /// <param name="ProcessorTime">Microseconds of the service's for each of them.</param>
    private sealed record Turn(double PerSecond, double ProcessorTime);
}
