using System.IO.Compression;
using System.Net.Http.Headers;

namespace Jobs.Api.Sentry;

/// <summary>One envelope, compressed, over the one connection there is to Sentry.</summary>
/// <remarks>https://develop.sentry.dev/sdk/foundations/transport/</remarks>
internal sealed class EnvelopeRequest(Dsn dsn, SentryOptions options, TimeProvider time) : IDisposable
{
    private const string ContentType = "application/x-sentry-envelope";
    private static readonly ProductInfoHeaderValue Agent = new(SentryProject.SdkName, SentryProject.SdkVersion);
    private readonly string authorization = $"Sentry sentry_version=7, sentry_client={Agent}, sentry_key={dsn.PublicKey}";
    private readonly TimeSpan timeout = TimeSpan.FromSeconds(options.RequestSecondsMax);
    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        MaxConnectionsPerServer = 1,
        ConnectTimeout = TimeSpan.FromSeconds(options.RequestSecondsMax),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ActivityHeadersPropagator = null, // Reporting an error belongs to no trace.
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <returns>The status; what the answer says of limits is noted.</returns>
    /// <exception cref="HttpRequestException">No answer.</exception>
    /// <exception cref="TimeoutException">None in time.</exception>
    public async Task<int> SendAsync(Envelope envelope, RateLimits limits, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, dsn.EnvelopeAddress) { Content = Compress(envelope) };
        message.Headers.UserAgent.Add(Agent);
        message.Headers.TryAddWithoutValidation("X-Sentry-Auth", authorization);
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            limits.Read((int)response.StatusCode, response.Headers);
            return (int)response.StatusCode;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"No answer within {timeout.TotalSeconds:0.#} s.");
        }
    }

    public void Dispose() => http.Dispose();

    // In memory first, so that the length is known.
    private ByteArrayContent Compress(Envelope envelope)
    {
        using var body = new MemoryStream();
        using (var compressed = new GZipStream(body, CompressionLevel.Fastest, leaveOpen: true))
            envelope.WriteTo(compressed, time.GetUtcNow());
        var content = new ByteArrayContent(body.GetBuffer(), 0, (int)body.Length);
        content.Headers.ContentType = new MediaTypeHeaderValue(ContentType);
        content.Headers.ContentEncoding.Add("gzip");
        return content;
    }
}
