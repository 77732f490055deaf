using Jobs.Api.Sentry;
using Jobs.Testing;

namespace Jobs.Api.Tests.Sentry;

/// <summary>What every test of sending needs: a receiver, a clock, a folder, a log.</summary>
public abstract class SentryTest : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jobs-sentry-");
    private readonly List<SentryHost> hosts = [];
    private SentryReceiver? receiver;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected FakeTimeProvider Time { get; } = new();

    protected LoggedLines Log { get; } = new();

    protected SentryReceiver Receiver => receiver!;

    protected string Folder => folder.FullName;

    protected IReadOnlyList<string> Files => Directory.GetFiles(Folder, "*.envelope", SearchOption.AllDirectories);

    public async ValueTask InitializeAsync() => receiver = await SentryReceiver.StartAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts) await host.DisposeAsync();
        await Receiver.DisposeAsync();
        folder.Delete(recursive: true);
        Log.Dispose();
        GC.SuppressFinalize(this);
    }

    protected SentryHost Configure(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Sentry:Dsn"] = Receiver.Dsn,
            ["Sentry:Release"] = "jobs@7.1.0",
            ["Sentry:BufferFolder"] = Folder,
            ["Sentry:RequestSecondsMax"] = "60", // By a clock that tests move; connecting is limited by the real one.
        };
        foreach (var (name, value) in settings) all[$"Sentry:{name}"] = value;
        var host = new SentryHost(all, Time, Log);
        hosts.Add(host);
        return host;
    }

    protected Task<SentryHost> StartAsync(params (string Name, string Value)[] settings) => Configure(settings).StartAsync();

    /// <summary>Until so many requests have ended: only then may the clock go on, or they would end for want of time.</summary>
    protected static async Task EndedAsync(SentryHost host, int requests)
    {
        await Wait.UntilAsync(() => host.Metrics.Requests >= requests);
        Assert.Equal(requests, host.Metrics.Requests);
    }

    /// <summary>Captures, and waits for what becomes of it.</summary>
    protected static async Task<Guid> SendAsync(SentryHost host, SentryEvent? captured = null)
    {
        captured ??= new SentryEvent { Message = "Something went wrong." };
        var requests = host.Metrics.Requests;
        host.Client.Capture(captured);
        await EndedAsync(host, (int)requests + 1);
        return captured.Id;
    }

    /// <summary>Sends what is due; afterwards nothing is under way.</summary>
    protected static Task<bool> FlushAsync(SentryHost host) => host.Client.FlushAsync(TimeSpan.FromSeconds(30), Cancellation);

    protected static string Hex(Guid id) => id.ToString("n");

    /// <summary>All losses that were reported so far.</summary>
    protected Dictionary<string, long> Reported() => Receiver.ItemsOf("client_report")
        .SelectMany(report => report.Payload.GetProperty("discarded_events").EnumerateArray())
        .GroupBy(loss => $"{loss.GetProperty("reason").GetString()} {loss.GetProperty("category").GetString()}")
        .ToDictionary(group => group.Key, group => group.Sum(loss => loss.GetProperty("quantity").GetInt64()));
}
