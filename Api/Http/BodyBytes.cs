using System.Buffers;
using System.IO.Pipelines;
using Jobs.Api.Transport;

namespace Jobs.Api.Http;

/// <summary>A request body in memory of its own.</summary>
/// <remarks>Large ones are borrowed: arrays of their size are collected with everything else in memory, so an attacker who makes
/// them makes everybody wait.</remarks>
public sealed class BodyBytes : IDisposable
{
    private const int LargeFrom = 80_000;
    private readonly byte[] bytes;
    private readonly int length;

    public BodyBytes(in ReadOnlySequence<byte> body)
    {
        length = (int)body.Length;
        bytes = length < LargeFrom ? new byte[length] : ArrayPool<byte>.Shared.Rent(length);
        body.CopyTo(bytes);
    }

    public ReadOnlyMemory<byte> Memory => bytes.AsMemory(0, length);

    /// <summary>Waits for a whole body, up to a limit. It stays the server's until the reader advances.</summary>
    /// <exception cref="TransportException">The body is larger than the limit; what follows is not read.</exception>
    public static ValueTask<ReadOnlySequence<byte>> ReadAsync(
        HttpRequest request, int bytesMax, CancellationToken cancellationToken)
    {
        if (request.ContentLength > bytesMax) throw TransportException.TooLarge(bytesMax);
        var reader = request.BodyReader;
        return reader.TryRead(out var read) && IsWhole(read, reader, bytesMax) // It mostly came together with the headers.
            ? new(read.Buffer) : WaitAsync(reader, bytesMax, cancellationToken);
    }

    /// <summary>After whatever was parsed from it.</summary>
    public void Dispose()
    {
        if (length >= LargeFrom) ArrayPool<byte>.Shared.Return(bytes);
    }

    private static async ValueTask<ReadOnlySequence<byte>> WaitAsync(
        PipeReader reader, int bytesMax, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (IsWhole(read, reader, bytesMax)) return read.Buffer;
        }
    }

    private static bool IsWhole(in ReadResult read, PipeReader reader, int bytesMax)
    {
        if (read.Buffer.Length > bytesMax) throw TransportException.TooLarge(bytesMax);
        if (!read.IsCompleted) reader.AdvanceTo(read.Buffer.Start, read.Buffer.End); // Seen, but kept until all of it is here.
        return read.IsCompleted;
    }
}
