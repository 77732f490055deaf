using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Jobs.Experiments;

/// <summary>
/// Reads events back, each once: Mixpanel's raw export gives out every repetition that was sent, so repetitions are left out
/// here, by the same four values that Mixpanel's own reports go by.
/// </summary>
/// <remarks>https://developer.mixpanel.com/reference/raw-event-export: 60 requests an hour, days in UTC.</remarks>
public sealed class RawExport(MixpanelAccount account) : IDisposable
{
    private static readonly TimeSpan TimeToFirstByte = TimeSpan.FromMinutes(5);
    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.GZip,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = TimeToFirstByte,
    };

    /// <summary>Whether anything can be read: the raw export wants a service account, not a token.</summary>
    public bool IsAvailable => account.CanExport;

    /// <param name="from">The first instant.</param>
    /// <param name="to">The first instant no more.</param>
    /// <param name="eventNames">Which events; none stands for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="HttpRequestException">Mixpanel does not answer, or with something else than events.</exception>
    public async IAsyncEnumerable<ExportedEvent> ReadAsync(
        DateTimeOffset from, DateTimeOffset to, IReadOnlyCollection<string> eventNames,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (!IsAvailable) throw new InvalidOperationException("Reading events back needs Mixpanel:ServiceAccount.");
        if (to <= from) yield break;
        await account.Located.WaitAsync(cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, account.ExportAddress(Query(from, to, eventNames)));
        request.Headers.Authorization = account.Authorization;
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        var seen = new HashSet<UInt128>();
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Length == 0) continue;
            if (ExportedEvent.Read(Encoding.UTF8.GetBytes(line)) is not { } exported)
                throw new HttpRequestException("The export holds a line that is no event.");
            if (exported.Time >= from && exported.Time < to && seen.Add(Key(exported))) yield return exported;
        }
    }

    public void Dispose() => http.Dispose();

    private static string Query(DateTimeOffset from, DateTimeOffset to, IReadOnlyCollection<string> eventNames)
    {
        var query = string.Create(
            CultureInfo.InvariantCulture,
            $"from_date={from.UtcDateTime:yyyy-MM-dd}&to_date={to.UtcDateTime.AddTicks(-1):yyyy-MM-dd}&time_in_ms=true");
        return eventNames.Count == 0
            ? query : $"{query}&event={Uri.EscapeDataString(JsonSerializer.Serialize(eventNames))}";
    }

    private static UInt128 Key(ExportedEvent exported)
    {
        var text = $"{exported.Name}\n{exported.DistinctId}\n{exported.Time.ToUnixTimeMilliseconds()}\n{exported.InsertId}";
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
