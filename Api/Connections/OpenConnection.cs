namespace Jobs.Api.Connections;

/// <summary>What stays open after its request was read: a WebSocket or an event stream.</summary>
public abstract class OpenConnection(HttpContext context)
{
    private readonly Lock gate = new();
    private bool hasEnded;

    /// <summary>Of the request that it began as.</summary>
    protected HttpContext Context => context;

    /// <summary>Something is under way to the client, or was until a moment ago.</summary>
    internal abstract bool IsSending { get; }

    /// <summary>Comes about once a second, for whatever is due by now; it neither waits nor throws.</summary>
    internal abstract void Tick(DateTimeOffset now);

    /// <summary>The service stops: completes what runs and ends; it neither waits nor throws.</summary>
    internal abstract void Stop();

    /// <summary>From now on the context belongs to another request.</summary>
    internal void End()
    {
        lock (gate) hasEnded = true;
    }

    protected void Abort()
    {
        lock (gate)
        {
            if (!hasEnded) context.Abort();
        }
    }
}
