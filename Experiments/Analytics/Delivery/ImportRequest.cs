using System.IO.Compression;
using System.Net.Http.Headers;

namespace Jobs.Experiments;

/// <summary>One request to /import: a compressed JSON array of lines of a batch. Its memory is used again and again.</summary>
internal sealed class ImportRequest(MixpanelAccount account, HttpClient http, TimeProvider time, TimeSpan timeout)
    : IDisposable
{
    private readonly MemoryStream body = new();

    /// <exception cref="HttpRequestException">No answer, or not all of it.</exception>
    /// <exception cref="TimeoutException">None in time.</exception>
    public async Task<ImportAnswer> SendAsync(EventBatch batch, int from, int count, CancellationToken cancellationToken)
    {
        Write(batch, from, count);
        using var message = new HttpRequestMessage(HttpMethod.Post, account.ImportAddress());
        message.Headers.Authorization = account.Authorization;
        message.Content = new ReadOnlyMemoryContent(body.GetBuffer().AsMemory(0, (int)body.Length));
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        message.Content.Headers.ContentEncoding.Add("gzip");
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await ImportAnswer.ReadAsync(response, count, time, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"No answer within {timeout.TotalSeconds:0.#} s.");
        }
    }

    public void Dispose() => body.Dispose();

    private void Write(EventBatch batch, int from, int count)
    {
        body.SetLength(0);
        using var compressed = new GZipStream(body, CompressionLevel.Fastest, leaveOpen: true);
        compressed.Write("["u8);
        for (var index = from; index < from + count; index++)
        {
            if (index > from) compressed.Write(","u8);
            compressed.Write(batch[index]);
        }

        compressed.Write("]"u8);
    }
}
