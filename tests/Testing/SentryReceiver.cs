using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Jobs.Testing;

/// <summary>What a receiver answers. Status 0: nothing, and the connection stays; -1: nothing, and it goes.</summary>
public sealed record SentryAnswer(int Status, params (string Name, string Value)[] Headers)
{
    public static SentryAnswer Taken { get; } = new(200);

    public static SentryAnswer Hang { get; } = new(0);

    public static SentryAnswer Reset { get; } = new(-1);
}

/// <summary>A Sentry on a real socket: strict about what it is sent, and as unfriendly as it is told to be.</summary>
public sealed class SentryReceiver : IAsyncDisposable
{
    public const string PublicKey = "0123456789abcdef0123456789abcdef";
    private const string Path = "/self/hosted/api/42/envelope/";
    private readonly ConcurrentQueue<ReceivedEnvelope> received = new();
    private readonly ConcurrentQueue<string> violations = new();
    private readonly ConcurrentDictionary<string, string> otherRequests = new();
    private WebApplication? app;
    private int connections;
    private int open;
    private int openMax;

    private SentryReceiver()
    {
    }

    public string Dsn => $"http://{PublicKey}:an-old-secret@{Authority}/self/hosted/42";

    public string Authority => new Uri(app!.Urls.Single()).Authority;

    /// <summary>Every envelope that came whole, whatever was answered. Throws if anything came that breaks a rule.</summary>
    public IReadOnlyList<ReceivedEnvelope> Received => violations.IsEmpty
        ? [.. received] : throw new InvalidOperationException(string.Join('\n', violations));

    public IReadOnlyList<ReceivedItem> Items => [.. Received.SelectMany(envelope => envelope.Items)];

    /// <summary>Bodies of requests to other addresses, by path, one after the other.</summary>
    public IReadOnlyDictionary<string, string> OtherRequests => otherRequests;

    public int Connections => Volatile.Read(ref connections);

    public int OpenConnections => Volatile.Read(ref open);

    /// <summary>The most connections that were open at a time.</summary>
    public int OpenConnectionsMax => Volatile.Read(ref openMax);

    public Func<ReceivedEnvelope, SentryAnswer> Answer { get; set; } = _ => SentryAnswer.Taken;

    /// <summary>Whether it answers with what is no HTTP at all.</summary>
    public bool TalksNonsense { get; set; }

    /// <summary>Whether envelopes are kept in memory.</summary>
    public bool KeepsEnvelopes { get; set; } = true;

    public IReadOnlyList<ReceivedItem> ItemsOf(string type) => [.. Items.Where(item => item.Type == type)];

    public static async Task<SentryReceiver> StartAsync(int port = 0)
    {
        var receiver = new SentryReceiver();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback, port, endpoint => endpoint.Use(next => connection => receiver.ConnectAsync(next, connection))));
        receiver.app = builder.Build();
        receiver.app.Run(receiver.AnswerAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync() => await app!.DisposeAsync();

    private async Task ConnectAsync(ConnectionDelegate next, ConnectionContext connection)
    {
        Interlocked.Increment(ref connections);
        var now = Interlocked.Increment(ref open);
        for (var max = OpenConnectionsMax; now > max; max = OpenConnectionsMax)
            Interlocked.CompareExchange(ref openMax, now, max);
        try
        {
            if (TalksNonsense) await connection.Transport.Output.WriteAsync("SSH-2.0-OpenSSH_9.2\r\n\r\n"u8.ToArray());
            else await next(connection);
        }
        finally
        {
            Interlocked.Decrement(ref open);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (context.Request.Path != Path)
        {
            var request = $"{context.Request.Headers["x-sentry-auth"]} {Encoding.Latin1.GetString(body.ToArray())}";
            otherRequests.AddOrUpdate(context.Request.Path, request, (_, before) => $"{before}\n{request}");
            return;
        }

        foreach (var violation in Violations(context.Request)) violations.Enqueue(violation);
        var answer = SentryAnswer.Taken;
        try
        {
            body.Position = 0;
            using var plain = new MemoryStream();
            await using (var gzip = new GZipStream(body, CompressionMode.Decompress)) await gzip.CopyToAsync(plain);
            var envelope = ReceivedEnvelope.Parse(plain.ToArray());
            if (KeepsEnvelopes) received.Enqueue(envelope);
            answer = Answer(envelope);
        }
        catch (Exception problem) when (problem is FormatException or InvalidDataException)
        {
            violations.Enqueue(problem.Message);
        }

        await AnswerAsync(context, answer);
    }

    private static async Task AnswerAsync(HttpContext context, SentryAnswer answer)
    {
        if (answer == SentryAnswer.Hang)
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (answer.Status <= 0)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers) context.Response.Headers.Append(name, value);
        await context.Response.WriteAsync("<p>Whatever stands here is nobody's business.</p>");
    }

    private static IEnumerable<string> Violations(HttpRequest request)
    {
        var headers = request.Headers;
        if (request.Method != "POST") yield return $"The method is {request.Method}.";
        if (request.ContentType != "application/x-sentry-envelope") yield return $"The content type is {request.ContentType}.";
        if (headers.ContentEncoding != "gzip") yield return $"The encoding is {headers.ContentEncoding}.";
        if (request.ContentLength is null or 0) yield return "There is no content length.";
        if (headers.TransferEncoding.Count > 0) yield return "The body came in chunks.";
        if (headers.UserAgent != "jobs-sentry/1.0") yield return $"The user agent is {headers.UserAgent}.";
        if (headers["X-Sentry-Auth"] != $"Sentry sentry_version=7, sentry_client=jobs-sentry/1.0, sentry_key={PublicKey}")
            yield return $"The authorisation is {headers["X-Sentry-Auth"]}.";
        foreach (var name in (string[])["traceparent", "tracestate", "baggage", "sentry-trace", "Request-Id", "Cookie"])
            if (headers.ContainsKey(name)) yield return string.Create(CultureInfo.InvariantCulture, $"There is a header {name}.");
    }
}
