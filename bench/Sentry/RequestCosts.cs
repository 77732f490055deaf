using System.Diagnostics;
using System.Diagnostics.Metrics;
using BenchmarkDotNet.Attributes;
using Jobs.Api.Sentry;
using Jobs.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Jobs.SentryBenchmark;

/// <summary>
/// What a request spends on Sentry: without a DSN, with one, while Sentry hangs, and with names of statements.
/// </summary>
public partial class RequestCosts
{
    private const string Statement =
        "SELECT id, title, wage_amount, wage_type FROM job_posts WHERE neighborhood_id = $1 LIMIT 21";

    private static readonly Histogram<double> Durations =
        new Meter("Npgsql").CreateHistogram<double>("db.client.operation.duration");

    private static readonly ActivitySource Spans = new("Npgsql");

    // As many as Npgsql gives to a span.
    private static readonly string[] Tags =
    [
        "db.query.text", "db.system.name", "db.namespace", "server.address", "db.npgsql.data_source", "db.npgsql.connection_id",
        "db.npgsql.prepared",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("jobs-bench-").FullName;
    private readonly Exception thrown = Thrown();
    private SentryReceiver? receiver;
    private SentryHost? host;
    private SentryClient? client;
    private Trails? trails;
    private ILogger? logger;

    [Params("off", "answers", "hangs", "names")]
    public string Sentry { get; set; } = "";

    [GlobalSetup]
    public async Task StartAsync()
    {
        receiver = await SentryReceiver.StartAsync();
        receiver.KeepsEnvelopes = false;
        if (Sentry == "hangs") receiver.Answer = _ => SentryAnswer.Hang;
        host = await new SentryHost(new Dictionary<string, string?>
        {
            ["Sentry:Dsn"] = Sentry == "off" ? null : receiver.Dsn,
            ["Sentry:BufferFolder"] = folder,
            ["Sentry:NameStatements"] = $"{Sentry == "names"}",
        }).StartAsync();
        client = host.Client;
        trails = host.Services.GetRequiredService<Trails>();
        logger = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Jobs");
    }

    [GlobalCleanup]
    public async Task StopAsync()
    {
        await host!.DisposeAsync();
        await receiver!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Benchmark(Description = "a request that goes well: a trail, a line, three statements, counted")]
    public void Well()
    {
        trails!.Begin();
        LogLine(logger!, 1);
        for (var number = 0; number < 3; number++) Execute();
        client!.CountRequest(SessionStatus.Exited);
    }

    [Benchmark(Description = "one without lines and statements: a trail, counted")]
    public void Plain()
    {
        trails!.Begin();
        client!.CountRequest(SessionStatus.Exited);
    }

    [Benchmark(Description = "counting it alone")]
    public void Count() => client!.CountRequest(SessionStatus.Exited);

    [Benchmark(Description = "an error: its chain of two and its event")]
    public void Error()
    {
        if (!client!.IsEnabled) return;
        client.Capture(new SentryEvent { Exceptions = ExceptionChain.Of(thrown, handled: true) });
    }

    private static void Execute()
    {
        using var span = Spans.StartActivity("postgresql", ActivityKind.Client);
        if (span is not null)
            foreach (var tag in Tags) span.SetTag(tag, Statement);
        Durations.Record(0.001);
    }

    private static Exception Thrown()
    {
        try
        {
            return Deep(20);
        }
        catch (InvalidOperationException exception)
        {
            return exception;
        }
    }

    private static Exception Deep(int depth)
    {
        if (depth > 0) return Deep(depth - 1);
        try
        {
            throw new FormatException("The input 'x' was not in a correct format.");
        }
        catch (FormatException inner)
        {
            throw new InvalidOperationException("It could not be read.", inner);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Number {Number}.")]
    private static partial void LogLine(ILogger logger, int number);
}
