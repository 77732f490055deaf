using System.Buffers;
using System.IO.Pipelines;
using Jobs.Api.Transport;

namespace Jobs.Api.Http;

/// <summary>Reads a request body as bytes, up to a limit.</summary>
public static class BodyBytes
{
    /// <exception cref="TransportException">The body is larger than the limit; what follows is not read.</exception>
    public static async Task<byte[]> ReadAsync(HttpRequest request, int bytesMax, CancellationToken cancellationToken)
    {
        if (request.ContentLength > bytesMax) throw TransportException.TooLarge(bytesMax);
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > bytesMax) throw TransportException.TooLarge(bytesMax);
            if (read.IsCompleted) return Take(request.BodyReader, read.Buffer);
            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End); // Seen, but kept until the whole body is here.
        }
    }

    private static byte[] Take(PipeReader reader, ReadOnlySequence<byte> buffer)
    {
        var bytes = buffer.ToArray();
        reader.AdvanceTo(buffer.End);
        return bytes;
    }
}
