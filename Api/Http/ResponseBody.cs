using System.Buffers;
using Jobs.GraphQL;

namespace Jobs.Api.Http;

/// <summary>Sends what was written, with its length.</summary>
public static class ResponseBody
{
    /// <param name="response">Its status and other headers are set.</param>
    /// <param name="body">Stays as it is.</param>
    /// <param name="cancellationToken">The client has gone.</param>
    public static Task SendAsync(this HttpResponse response, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        response.ContentLength = body.Length;
        var sending = response.BodyWriter.WriteAsync(body, cancellationToken);
        if (!sending.IsCompletedSuccessfully) return sending.AsTask();
        _ = sending.Result;
        return Task.CompletedTask; // Nobody asks for the result, of which there would be a task each time.
    }

    /// <param name="response">Its status and other headers are set.</param>
    /// <param name="body">Disposed as soon as it is not needed any more.</param>
    /// <param name="cancellationToken">The client has gone.</param>
    public static async Task SendAsync(this HttpResponse response, ResponseBytes body, CancellationToken cancellationToken)
    {
        using (body)
        {
            if (body.TryGetWhole(out var whole))
            {
                await response.SendAsync(whole, cancellationToken);
                return;
            }
            response.ContentLength = body.Length;
            await response.StartAsync(cancellationToken); // What is written before the headers are is copied twice.
            foreach (var part in body.Parts)
                response.BodyWriter.Write(part.Span);
        }
        await response.BodyWriter.FlushAsync(cancellationToken);
    }
}
