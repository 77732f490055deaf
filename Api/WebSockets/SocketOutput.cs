using System.Net.WebSockets;
using Jobs.Api.Connections;

namespace Jobs.Api.WebSockets;

/// <summary>Sends one message after the other, each written when its turn has come.</summary>
/// <remarks>
/// There is no queue of messages. Whoever has one waits here, and pulls its source again only when it has been sent. A client
/// that does not read therefore costs one message under way and one unwritten result per operation, however fast the sources are.
/// </remarks>
internal sealed class SocketOutput(WebSocket socket, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private long sendingSince;
    private long closedSince;

    /// <summary>A message or the close frame is under way, or was until a moment ago.</summary>
    public bool IsSending => turn.CurrentCount == 0;

    public bool IsClosed => Volatile.Read(ref closedSince) != 0;

    /// <summary>When the message under way was begun; null if there is none.</summary>
    public DateTimeOffset? SendingSince => Instant(ref sendingSince);

    public DateTimeOffset? ClosedSince => Instant(ref closedSince);

    /// <summary>False if it was not sent: the socket is closed, or the message no longer wanted.</summary>
    public async ValueTask<bool> SendAsync(Action<PooledBuffer> write, Func<bool>? isWanted = null)
    {
        await turn.WaitAsync();
        try
        {
            if (IsClosed || isWanted?.Invoke() == false) return false;
            using var message = new PooledBuffer();
            write(message);
            return await SendAsync(message.Written);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Begins to send, and does not wait for the end of it. False, and nothing is sent, while something else is.</summary>
    public bool TrySend(ReadOnlyMemory<byte> message)
    {
        try
        {
            if (!turn.Wait(0)) return false;
        }
        catch (ObjectDisposedException)
        {
            return false; // The socket has just ended.
        }
        _ = SendInTurnAsync(message);
        return true;
    }

    /// <summary>The first reason counts. Nothing is sent after it, not even what waits already.</summary>
    public async Task CloseAsync(SocketClosure closure)
    {
        if (Interlocked.CompareExchange(ref closedSince, time.GetUtcNow().UtcTicks, 0) != 0) return;
        await turn.WaitAsync();
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(closure.Code, closure.Reason, CancellationToken.None);
        }
        catch (Exception e) when (SocketInput.IsLost(e))
        {
            socket.Abort();
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task SendInTurnAsync(ReadOnlyMemory<byte> message)
    {
        try
        {
            if (!IsClosed) await SendAsync(message);
        }
        finally
        {
            turn.Release();
        }
    }

    private async ValueTask<bool> SendAsync(ReadOnlyMemory<byte> message)
    {
        Volatile.Write(ref sendingSince, time.GetUtcNow().UtcTicks);
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            return true;
        }
        catch (Exception e) when (SocketInput.IsLost(e))
        {
            socket.Abort();
            return false;
        }
        finally
        {
            Volatile.Write(ref sendingSince, 0);
        }
    }

    private static DateTimeOffset? Instant(ref long ticks) =>
        Volatile.Read(ref ticks) is > 0 and var since ? new DateTimeOffset(since, TimeSpan.Zero) : null;
}
