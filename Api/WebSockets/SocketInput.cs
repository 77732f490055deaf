using System.Buffers;
using System.Net.WebSockets;
using Jobs.Api.Connections;

namespace Jobs.Api.WebSockets;

/// <summary>Reads whole messages from a socket. While nothing comes, it holds no memory.</summary>
internal sealed class SocketInput(WebSocket socket, int messageBytesMax)
{
    private const int FirstBytes = 1_024;

    /// <summary>A connection that is cut looks cancelled too, each time.</summary>
    private const int AttemptsMax = 3;

    /// <summary>Null: the client has closed the socket, or is gone.</summary>
    /// <exception cref="SocketClosedException">It is no text, or too much of it.</exception>
    public async ValueTask<PooledBuffer?> ReceiveAsync()
    {
        var isEmptyMessage = await WaitAsync();
        var message = new PooledBuffer(FirstBytes);
        if (isEmptyMessage) return message;
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(message.GetMemory(), CancellationToken.None);
                if (received.MessageType == WebSocketMessageType.Close) break;
                if (received.MessageType == WebSocketMessageType.Binary)
                    throw new SocketClosedException(SocketClosure.Invalid("Messages are text"));
                message.Advance(received.Count);
                if (message.Length > messageBytesMax) throw new SocketClosedException(SocketClosure.TooLarge);
                if (received.EndOfMessage) return message;
            }
        }
        catch (Exception e) when (IsLost(e))
        {
        }
        catch
        {
            message.Dispose();
            throw;
        }
        message.Dispose();
        return null;
    }

    /// <summary>Reads and forgets, until the client has closed its side or is gone.</summary>
    public async Task DiscardAsync()
    {
        var bytes = ArrayPool<byte>.Shared.Rent(FirstBytes);
        try
        {
            while ((await socket.ReceiveAsync(bytes.AsMemory(), CancellationToken.None)).MessageType
                != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception e) when (IsLost(e))
        {
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>What reading from and writing to a connection throws when it is gone.</summary>
    public static bool IsLost(Exception exception) => exception is WebSocketException or OperationCanceledException
        or IOException or ObjectDisposedException or InvalidOperationException;

    /// <summary>
    /// A read of nothing ends when there is something. True if what came was a whole message, without a single byte.
    /// </summary>
    private async ValueTask<bool> WaitAsync()
    {
        for (var attempt = 1; attempt <= AttemptsMax; attempt++)
        {
            try
            {
                var received = await socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None);
                return received is { EndOfMessage: true, MessageType: not WebSocketMessageType.Close };
            }
            catch (OperationCanceledException)
            {
                // Kestrel, when it begins to stop, cancels the read under way; the socket lives on until it is closed.
            }
            catch (Exception e) when (IsLost(e))
            {
                break; // The next read says it again.
            }
        }
        return false;
    }
}
