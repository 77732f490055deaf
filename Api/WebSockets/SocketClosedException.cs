namespace Jobs.Api.WebSockets;

/// <summary>Thrown where a client breaks the protocol: its socket is closed for that reason.</summary>
internal sealed class SocketClosedException(SocketClosure closure) : Exception(closure.Reason)
{
    public SocketClosure Closure { get; } = closure;
}
