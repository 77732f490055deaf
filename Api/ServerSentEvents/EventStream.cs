using System.Buffers;
using Jobs.Api.Connections;
using Jobs.GraphQL;

namespace Jobs.Api.ServerSentEvents;

/// <summary>The body of one text/event-stream response: an event per result, and signs of life in between.</summary>
/// <remarks>https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation</remarks>
internal sealed class EventStream(HttpContext context, TimeProvider time, TimeSpan keepAlive, TimeSpan sendTime)
    : OpenConnection(context), IAsyncDisposable
{
    private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
    private readonly SemaphoreSlim turn = new(1, 1);
    private long sendingSince;
    private long sentAt = time.GetUtcNow().UtcTicks;

    /// <summary>Cancelled when the client has gone or the service stops.</summary>
    public CancellationToken Stopped => stop.Token;

    /// <summary>The service stops, and the client is still there to be told.</summary>
    public bool IsToComplete => stop.IsCancellationRequested && !Context.RequestAborted.IsCancellationRequested;

    /// <summary>The first bytes: some browsers and proxies take a response for started only when they come.</summary>
    public Task OpenAsync() => SendAsync(static output => output.Write(":\n\n"u8));

    /// <summary>An event, and with it everything written so far, is on its way when this ends.</summary>
    public Task SendNextAsync(GraphQLResult result) => SendAsync(output =>
    {
        output.Write("event: next\ndata: "u8);
        result.WriteTo(output); // JSON in one line.
        output.Write("\n\n"u8);
    });

    /// <summary>The last event. "data" is there although there is none: EventSource ignores an event without it.</summary>
    public Task SendCompleteAsync() => SendAsync(static output => output.Write("event: complete\ndata: \n\n"u8));

    /// <summary>Nothing is written after this, whatever the clock says.</summary>
    public async ValueTask DisposeAsync()
    {
        await turn.WaitAsync(); // And never released: a beat of the clock may still be on its way here.
        stop.Dispose();
    }

    internal override bool IsSending => turn.CurrentCount == 0;

    internal override void Tick(DateTimeOffset now)
    {
        if (Volatile.Read(ref sendingSince) is > 0 and var since)
        {
            if (now.UtcTicks - since >= sendTime.Ticks) Abort();
        }
        else if (now.UtcTicks - Volatile.Read(ref sentAt) >= keepAlive.Ticks)
        {
            _ = KeepAliveAsync();
        }
    }

    internal override void Stop()
    {
        try
        {
            stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has just ended by itself.
        }
    }

    private async Task SendAsync(Action<IBufferWriter<byte>> write)
    {
        await turn.WaitAsync(Context.RequestAborted);
        try
        {
            await WriteAsync(write);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task KeepAliveAsync()
    {
        if (!turn.Wait(0)) return;
        try
        {
            await WriteAsync(static output => output.Write(":\n\n"u8));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or InvalidOperationException)
        {
            Abort();
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task WriteAsync(Action<IBufferWriter<byte>> write)
    {
        Volatile.Write(ref sendingSince, time.GetUtcNow().UtcTicks);
        try
        {
            write(Context.Response.BodyWriter);
            await Context.Response.BodyWriter.FlushAsync(Context.RequestAborted);
        }
        finally
        {
            Volatile.Write(ref sendingSince, 0);
            Volatile.Write(ref sentAt, time.GetUtcNow().UtcTicks);
        }
    }
}
