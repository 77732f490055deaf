using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Jobs.Testing;

/// <summary>What a receiver does with a request instead of taking it.</summary>
public enum MixpanelFault
{
    None,

    /// <summary>400 with the events that are refused, the others taken.</summary>
    PartlyRefused,

    /// <summary>400 that does not say what is wrong.</summary>
    UnclearlyRefused,
    TooLarge,
    TooMany,
    Unavailable,
    Unauthorized,

    /// <summary>Never answers.</summary>
    Hang,

    /// <summary>Takes the events and answers half a sentence.</summary>
    HalfAnswer,

    /// <summary>Takes the events and drops the connection.</summary>
    TakenThenDropped,

    /// <summary>Drops the connection without reading.</summary>
    Reset,
}

/// <summary>An event that a receiver took, as it came.</summary>
public sealed record ReceivedEvent(string Name, string DistinctId, long Time, string InsertId, JsonElement Record);

/// <summary>A Mixpanel on a real socket that misbehaves when it is told to.</summary>
public sealed class MixpanelReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private int requests;

    private MixpanelReceiver(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    /// <summary>Every event that was taken, repetitions included.</summary>
    public ConcurrentQueue<ReceivedEvent> Taken { get; } = new();

    /// <summary>The events of each request, however it ended.</summary>
    public ConcurrentQueue<int> BatchSizes { get; } = new();

    public int Requests => Volatile.Read(ref requests);

    /// <summary>What an export gives out: a line of JSON for each event, whatever the days and names asked for.</summary>
    public ConcurrentQueue<string> Exported { get; } = new();

    /// <summary>The query of each export.</summary>
    public ConcurrentQueue<string> Exports { get; } = new();

    /// <summary>What happens to the request of this number, the first being 1.</summary>
    public Func<int, MixpanelFault> Fault { get; set; } = _ => MixpanelFault.None;

    /// <summary>Which events are refused where a request is refused in part.</summary>
    public Func<ReceivedEvent, bool> IsRefused { get; set; } = _ => false;

    /// <summary>Events in a request beyond which it is too large.</summary>
    public int EventsMax { get; set; } = 2000;

    public int? RetryAfterSeconds { get; set; }

    /// <summary>Told of every event that is taken, before the answer.</summary>
    public Action<ReceivedEvent>? OnTaken { get; set; }

    /// <summary>Whether taken events are kept in memory.</summary>
    public bool KeepsEvents { get; set; } = true;

    public static async Task<MixpanelReceiver> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        var app = builder.Build();
        var receiver = new MixpanelReceiver(app);
        app.Run(receiver.AnswerAsync);
        await app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/api/2.0/export")
        {
            Exports.Enqueue(context.Request.QueryString.Value!);
            await context.Response.WriteAsync(string.Concat(Exported.Select(line => $"{line}\n")));
            return;
        }

        var fault = Fault(Interlocked.Increment(ref requests));
        if (fault == MixpanelFault.Reset)
        {
            context.Abort();
            return;
        }

        var events = await ReadAsync(context.Request);
        BatchSizes.Enqueue(events.Count);
        if (fault == MixpanelFault.None && events.Count > EventsMax) fault = MixpanelFault.TooLarge;
        switch (fault)
        {
            case MixpanelFault.Hang:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case MixpanelFault.TakenThenDropped:
                Take(events);
                context.Abort();
                break;
            case MixpanelFault.HalfAnswer:
                Take(events);
                context.Response.ContentLength = 100;
                await context.Response.WriteAsync("""{"code":200,"num_""");
                await context.Response.Body.FlushAsync();
                context.Abort();
                break;
            case MixpanelFault.PartlyRefused:
                await RefuseAsync(context, events);
                break;
            case MixpanelFault.None:
                Take(events);
                await WriteAsync(context, 200, $$"""{"code":200,"num_records_imported":{{events.Count}},"status":"OK"}""");
                break;
            default:
                await WriteAsync(context, StatusOf(fault), """{"error":"no"}""");
                break;
        }
    }

    private static int StatusOf(MixpanelFault fault) => fault switch
    {
        MixpanelFault.TooLarge => 413,
        MixpanelFault.TooMany => 429,
        MixpanelFault.Unauthorized => 401,
        MixpanelFault.UnclearlyRefused => 400,
        _ => 503,
    };

    private Task RefuseAsync(HttpContext context, List<ReceivedEvent> events)
    {
        Take(events.Where(received => !IsRefused(received)));
        var failed = events.Index().Where(received => IsRefused(received.Item)).Select(received => new
        {
            index = received.Index,
            insert_id = received.Item.InsertId,
            field = "properties.time",
            message = "'time' is invalid",
        }).ToList();
        return WriteAsync(context, failed.Count == 0 ? 200 : 400, JsonSerializer.Serialize(new
        {
            code = 400,
            error = "some data points in the request failed validation",
            failed_records = failed,
            num_records_imported = events.Count - failed.Count,
            status = "Bad Request",
        }));
    }

    private void Take(IEnumerable<ReceivedEvent> events)
    {
        foreach (var received in events)
        {
            OnTaken?.Invoke(received);
            if (KeepsEvents) Taken.Enqueue(received);
        }
    }

    private Task WriteAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        if (status is 429 or 503 && RetryAfterSeconds is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return context.Response.WriteAsync(body);
    }

    private static async Task<List<ReceivedEvent>> ReadAsync(HttpRequest request)
    {
        await using var body = new GZipStream(request.Body, CompressionMode.Decompress);
        using var json = await JsonDocument.ParseAsync(body);
        return [.. json.RootElement.EnumerateArray().Select(record => record.Clone()).Select(record =>
        {
            var properties = record.GetProperty("properties");
            return new ReceivedEvent(
                record.GetProperty("event").GetString()!, properties.GetProperty("distinct_id").GetString()!,
                properties.GetProperty("time").GetInt64(), properties.GetProperty("$insert_id").GetString()!, record);
        })];
    }
}
